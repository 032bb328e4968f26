using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Workflow;

/// <summary>Tells editors which of the things that readers see are to be checked again: a fortnight before, and on the day.</summary>
internal sealed class RemindReviews(HubDb db, Notices notices, Staff staff, TimeProvider clock) : IBackgroundTask
{
    private const int DaysBefore = 14;

    public string Id => "content.reviews";

    public string Schedule => "10 4 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var today = RomeTime.Today(clock);
        var soon = today.AddDays(DaysBefore);
        var due = await db.Items.AsNoTracking()
            .Where(row => row.Region == region.Id && row.LiveVersion != null && row.Review != null && row.Review <= soon)
            .OrderBy(row => row.Review).Take(500).ToListAsync(cancel);
        if (due.Count == 0)
            return;
        var editors = await staff.WhoMay(ContentPermissions.Edit, region, cancel);
        foreach (var item in due)
        {
            var isLate = item.Review <= today;
            await notices.Tell(editors, Actor.Hub("verifiche"), $"{item.Id} {item.Review:yyyy-MM-dd} {(isLate ? "late" : "soon")}", isLate ? "verifica-scaduta" : "verifica",
                item.Id, item.Title, item.Review!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("it-IT")), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}
