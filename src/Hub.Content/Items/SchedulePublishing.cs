using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Items;

/// <summary>
/// Publishes and withdraws what is due, every minute. One item's failure keeps no other from its time; whoever may publish
/// is told of it once.
/// </summary>
internal sealed class SchedulePublishing(HubDb db, ItemWriter writer, Notices notices, Staff staff, TimeProvider clock, ILogger<SchedulePublishing> log) : IBackgroundTask
{
    private static readonly Actor Self = Actor.Hub("programma");

    public string Id => "content.schedule";

    public string Schedule => "* * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var scheduled = Status.Scheduled.Code();
        var publish = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.Status == scheduled && row.PublishAt <= now).OrderBy(row => row.PublishAt).ToListAsync(cancel);
        foreach (var item in publish)
            await Move(item, Status.Published, region, cancel);
        var withdraw = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.LiveVersion != null && row.WithdrawAt <= now).OrderBy(row => row.WithdrawAt).ToListAsync(cancel);
        foreach (var item in withdraw)
            await Move(item, Status.Withdrawn, region, cancel);
    }

    private async Task Move(ItemRow item, Status to, Region region, CancellationToken cancel)
    {
        var outcome = await writer.Move(item.Id, to, null, Self, cancel: cancel);
        if (outcome.Succeeded)
            return;
        log.LogError("HUB-C001 Item {Item} of {Region} could not go to {Status} at its time: {Outcome}. Open it in the back office.", item.Id, region.Id, to, outcome);
        var people = await staff.WhoMay(ContentPermissions.Publish, region, cancel);
        await notices.Tell(
            people, Self, $"{item.Id} {item.Stamp} {to.Code()} mancato", to == Status.Published ? "non-pubblicato" : "non-ritirato", item.Id, item.Title,
            string.Join(' ', outcome.Issues.Select(issue => issue.Message)), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
