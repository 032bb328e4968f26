using Hub.Kernel.Regions;

namespace Hub.Kernel.Extensions;

/// <summary>
/// Work that a region does by itself at set times. Each run has a scope of its own, and in each region the task runs on
/// one node at a time; in different regions it may run at once. A failure is logged and shown in the health report; the
/// next time is tried as planned.
/// </summary>
[ExtensionPoint]
public interface IBackgroundTask
{
    /// <summary>Unique in the application and stable: the ledger knows the task by it.</summary>
    string Id { get; }

    /// <summary>Five cron fields (minute, hour, day, month, weekday), in UTC.</summary>
    string Schedule { get; }

    /// <param name="cancel">Raised when the application stops, or after fifteen minutes; a minute later the run is given up.</param>
    Task Run(Region region, CancellationToken cancel);
}
