using System.Globalization;
using System.Text;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Contributions.Contributors;
using Hub.Contributions.Organisations;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>
/// Follows a proposed practice through its life, whoever moves it: holds the region's rules, keeps the proposal's state, and
/// writes to its contributor in the same transaction.
/// </summary>
internal sealed class ProposalMoves(HubDb db, CurrentRegion current, ReviewRules rules, KnownContributors contributors, Notices notices, Staff staff, TimeProvider clock)
    : IContentHandler
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    private Region Region => current.Region;

    public async Task Moving(ItemMove move, List<Issue> issues, CancellationToken cancel)
    {
        if (move.Type != ProposalSteps.Type || await db.Set<ProposalRow>().SingleOrDefaultAsync(row => row.Id == move.Id && row.Region == move.Region, cancel) is not { } proposal
            || proposal.State is ProposalState.Published or ProposalState.Merged)
            return;
        switch (move.To)
        {
            case Status.InReview:
                await Received(proposal, move, cancel);
                break;
            case Status.ToComplete:
                Turn(proposal, ProposalState.ToComplete, move.Reason);
                await Write(proposal, "Mail.ToComplete", [proposal.Title, await Reasons(proposal, move.Reason, cancel)], cancel);
                break;
            case Status.Approved or Status.Scheduled or Status.Published:
                if (await rules.Obstacle(proposal, move, cancel) is { } obstacle)
                    issues.Add(obstacle);
                else if (move.To == Status.Published)
                    await Published(proposal, move, cancel);
                break;
            case Status.Withdrawn when move.Reason.Length == 0:
                issues.Add(new Issue("reason", IssueKind.Missing, Texts.In["Review.NoReason"]));
                break;
            case Status.Withdrawn:
                Turn(proposal, ProposalState.Refused, move.Reason);
                await Write(proposal, "Mail.Refused", [proposal.Title, move.Reason], cancel);
                break;
        }
    }

    /// <summary>Whoever proposed it is owed an answer, and finds it among their proposals.</summary>
    public async Task Deleting(ItemMove move, List<Issue> issues, CancellationToken cancel)
    {
        if (await db.Set<ProposalRow>().AnyAsync(row => row.Id == move.Id, cancel))
            issues.Add(new Issue("status", IssueKind.Invalid, Texts.In["Review.NotDeleted"]));
    }

    private async Task Received(ProposalRow proposal, ItemMove move, CancellationToken cancel)
    {
        var settings = ContributionSettings.Of(Region);
        Turn(proposal, ProposalState.Sent, "");
        proposal.SentAt = clock.GetUtcNow().UtcDateTime;
        proposal.DueOn = RomeTime.Today(clock).AddDays(settings.DaysToAnswer);
        await Write(proposal, "Mail.Received", [proposal.Title, proposal.DueOn.Value.ToString("d MMMM yyyy", Italian), Office(settings)], cancel);
        if (await rules.NeedsLegal(proposal, cancel))
            await notices.Tell(await staff.WhoMay(ContributionPermissions.Legal, Region, cancel), move.Actor, $"{move.Id} {move.Version} giuridica", "proposta-giuridica", move.Id, proposal.Title, "", cancel);
    }

    private async Task Published(ProposalRow proposal, ItemMove move, CancellationToken cancel)
    {
        var isOwnDoing = proposal.ContributorId is { } id && move.Actor.Name == ContributorRow.AuthorOf(id);
        proposal.SentAt ??= clock.GetUtcNow().UtcDateTime;
        Turn(proposal, ProposalState.Published, "");
        await Write(proposal, "Mail.Published", [proposal.Title], cancel);
        if (isOwnDoing)
            await notices.Tell(await staff.WhoMay(ContentPermissions.Review, Region, cancel), move.Actor, $"{move.Id} {move.Version} fiducia", "proposta-pubblicata", move.Id, proposal.Title, "", cancel);
    }

    private void Turn(ProposalRow proposal, string state, string reason)
    {
        proposal.State = state;
        proposal.Reason = CleanText.Cut(CleanText.Lines(reason), 4000);
        proposal.DueOn = null;
        proposal.ChangedAt = clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>The reason with what was remarked on single fields.</summary>
    private async Task<string> Reasons(ProposalRow proposal, string reason, CancellationToken cancel)
    {
        var text = new StringBuilder(reason);
        var remarks = await db.Set<RemarkRow>().AsNoTracking().Where(row => row.ItemId == proposal.Id && row.SettledAt == null).OrderBy(row => row.At).Take(50).ToListAsync(cancel);
        var own = proposal.ContributorId is { } id ? ContributorRow.AuthorOf(id) : "";
        foreach (var remark in remarks.Where(remark => remark.Author != own))
            text.Append('\n').Append("- ").Append(rules.LabelOf(remark.Field)).Append(": ").Append(remark.Text);
        return text.ToString();
    }

    private async Task Write(ProposalRow proposal, string text, object?[] arguments, CancellationToken cancel)
    {
        if (await contributors.Find(proposal.ContributorId, cancel) is { ConfirmedAt: not null } contributor)
            contributors.Write(Region, contributor, Texts.In[text + ".Subject", proposal.Title], Texts.In[text, arguments], proposal.Id.ToString());
    }

    private static string Office(ContributionSettings settings) => settings.Office.Length > 0 ? settings.Office : Texts.In["Office.Editors"];
}
