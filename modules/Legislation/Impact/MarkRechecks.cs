using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Legislation.Impact;

/// <summary>Gives pages the status that their checks ask for, within a minute of the update.</summary>
internal sealed class MarkRechecks(Rechecks rechecks) : IBackgroundTask
{
    public string Id => "legislation.rechecks";

    public string Schedule => "* * * * *";

    public Task Run(Region region, CancellationToken cancel) => rechecks.Mark(region, Actor.Hub("aggiornamenti"), cancel);
}
