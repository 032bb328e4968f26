using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Items;

/// <summary>Publishes and withdraws what is due, every minute. One item's failure keeps no other from its time.</summary>
internal sealed class SchedulePublishing(HubDb db, ItemWriter writer, TimeProvider clock, ILogger<SchedulePublishing> log) : IBackgroundTask
{
    public string Id => "content.schedule";

    public string Schedule => "* * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var scheduled = Status.Scheduled.Code();
        var publish = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.Status == scheduled && row.PublishAt <= now).Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in publish)
            await Move(id, Status.Published, region, cancel);
        var withdraw = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.LiveVersion != null && row.WithdrawAt <= now).Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in withdraw)
            await Move(id, Status.Withdrawn, region, cancel);
    }

    private async Task Move(Guid id, Status to, Region region, CancellationToken cancel)
    {
        var outcome = await writer.Move(id, to, null, Actor.Hub("programma"), cancel: cancel);
        if (!outcome.Succeeded)
            log.LogError("HUB-C001 Item {Item} of {Region} could not go to {Status} at its time: {Outcome}. Open it in the back office.", id, region.Id, to, outcome);
    }
}
