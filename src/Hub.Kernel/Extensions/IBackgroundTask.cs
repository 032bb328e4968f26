using Hub.Kernel.Regions;

namespace Hub.Kernel.Extensions;

/// <summary>
/// Work that a region does by itself at set times. Runs in a scope of its own, in one region at a time, on one node
/// at a time. A failure is logged and shown in the health report; the next time is tried as planned.
/// </summary>
[ExtensionPoint]
public interface IBackgroundTask
{
    /// <summary>Unique in the application.</summary>
    string Id { get; }

    /// <summary>Five cron fields (minute, hour, day, month, weekday), in UTC.</summary>
    string Schedule { get; }

    Task Run(Region region, CancellationToken cancel);
}
