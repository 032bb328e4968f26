using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Alerts.Following;

/// <summary>Deletes the addresses that nobody confirmed within a week, every hour.</summary>
internal sealed class ForgetUnconfirmed(Subscriptions subscriptions) : IBackgroundTask
{
    public string Id => "alerts.forget";

    public string Schedule => "17 * * * *";

    public Task Run(Region region, CancellationToken cancel) => subscriptions.Forget(region, cancel);
}
