using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Alerts.Sending;

/// <summary>Sends a region's digests every minute.</summary>
internal sealed class SendDigests(Digests digests, TimeProvider clock) : IBackgroundTask
{
    /// <summary>What is being written has its time by its clock, and is seen a moment later: that much is left to the next round.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    public string Id => "alerts.send";

    public string Schedule => "* * * * *";

    public Task Run(Region region, CancellationToken cancel) => digests.Send(region, clock.GetUtcNow().UtcDateTime - Margin, cancel);
}
