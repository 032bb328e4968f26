using System.Globalization;
using Hub.Content;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>Tells whoever took a proposal on, or every reviewer, that its day comes, a week before, and that it has passed.</summary>
internal sealed class RemindReviewers(HubDb db, Notices notices, Staff staff, TimeProvider clock) : IBackgroundTask
{
    private const int DaysBefore = 7;
    private const int Most = 500;

    public string Id => "contributions.remind";

    public string Schedule => "20 4 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var today = RomeTime.Today(clock);
        var soon = today.AddDays(DaysBefore);
        var due = await db.Set<ProposalRow>().AsNoTracking()
            .Where(row => row.Region == region.Id && row.State == ProposalState.Sent && row.DueOn != null && row.DueOn <= soon).OrderBy(row => row.DueOn).Take(Most).ToListAsync(cancel);
        if (due.Count == 0)
            return;
        var reviewers = await staff.WhoMay(ContentPermissions.Review, region, cancel);
        foreach (var row in due)
        {
            var isLate = row.DueOn < today;
            var people = row.ClaimedBy.Length > 0 && await staff.Find(row.ClaimedBy, cancel) is { } one ? [one] : reviewers;
            await notices.Tell(people, Actor.Hub("proposte"), $"{row.Id} {row.DueOn:yyyy-MM-dd} {(isLate ? "late" : "soon")}", isLate ? "proposta-scaduta" : "proposta-scadenza",
                row.Id, row.Title, row.DueOn!.Value.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT")), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}
