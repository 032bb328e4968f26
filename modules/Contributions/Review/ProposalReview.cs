using Hub.Content.Changes;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>
/// What reviewers do with a proposal: take it on, assent, ask for more, refuse. Assents are of one version; when all that the
/// region asks for are there, the practice is published. For one scope.
/// </summary>
public sealed class ProposalReview(HubDb db, CurrentRegion current, ReviewRules rules, DeskItems items, ItemWriter writer, Notices notices, Staff staff, ChangeLog log, TimeProvider clock)
{
    public Task<ProposalRow?> Find(Guid id, CancellationToken cancel = default) =>
        db.Set<ProposalRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id && row.State != ProposalState.Draft, cancel);

    /// <summary>A reviewer takes a proposal on, or gives it back.</summary>
    public async Task<Outcome> Claim(Guid id, bool takes, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContentPermissions.Review))
            return new Outcome(OutcomeKind.Forbidden);
        var now = takes ? actor.Name : "";
        var expected = takes ? "" : actor.Name;
        var changed = await db.Set<ProposalRow>()
            .Where(row => row.Id == id && row.Region == current.Region.Id && row.State != ProposalState.Draft && row.ClaimedBy == expected)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ClaimedBy, now), cancel);
        if (changed == 0)
            return new Outcome(OutcomeKind.Conflict, id, 0, new Issue("", IssueKind.Invalid, Texts.In["Review.ClaimedByOther"]));
        log.Audit(current.Region.Id, actor, takes ? "proposal.claimed" : "proposal.released", id.ToString());
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, id);
    }

    /// <summary>Decides on the version that stands under a stamp.</summary>
    /// <param name="kind"><see cref="ReviewRules.Content"/> or <see cref="ReviewRules.Legal"/>.</param>
    /// <param name="assents">Else it is sent back, for which a reason is needed.</param>
    public async Task<Outcome> Decide(Guid id, string kind, bool assents, string reason, int stamp, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(kind == ReviewRules.Legal ? ContributionPermissions.Legal : ContentPermissions.Review))
            return new Outcome(OutcomeKind.Forbidden, id);
        if (await Find(id, cancel) is not { } proposal || await items.Find(id, cancel) is not { } item)
            return new Outcome(OutcomeKind.NotFound);
        if (item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, id, item.Stamp, new Issue("", IssueKind.Invalid, Texts.In["Review.Changed"]));
        if (item.Status != Status.InReview)
            return new Outcome(OutcomeKind.NotAllowed, id, item.Stamp, new Issue("", IssueKind.Invalid, Texts.In["Review.NotWaiting"]));
        var earlier = (await rules.Decisions(id, cancel)).Where(decision => decision.Version == item.Version && decision.IsAssent).ToList();
        if (assents && earlier.Exists(decision => decision.Person == actor.Name && decision.Kind != kind))
            return new Outcome(OutcomeKind.NotAllowed, id, item.Stamp, new Issue("", IssueKind.Invalid, Texts.In["Review.SamePerson"]));
        if (assents && earlier.Exists(decision => decision.Kind == kind))
            return new Outcome(OutcomeKind.Unchanged, id, item.Stamp);
        Record(proposal, item, kind, assents, reason, actor);
        if (!assents)
            return await writer.Move(id, Status.ToComplete, stamp, Entitled(actor), reason, cancel: cancel);
        var isLegalMissing = await rules.NeedsLegal(proposal, cancel) && kind != ReviewRules.Legal && !earlier.Exists(decision => decision.Kind == ReviewRules.Legal);
        var isContentMissing = kind != ReviewRules.Content && !earlier.Exists(decision => decision.Kind == ReviewRules.Content);
        return isLegalMissing || isContentMissing ? await Wait(proposal, item, isLegalMissing, actor, cancel) : await Publish(id, stamp, actor, cancel);
    }

    /// <summary>Refuses a proposal for good, with a reason for whoever sent it.</summary>
    public async Task<Outcome> Refuse(Guid id, string reason, int stamp, Actor actor, CancellationToken cancel = default)
    {
        if (await Find(id, cancel) is not { } proposal || await items.Find(id, cancel) is not { } item)
            return new Outcome(OutcomeKind.NotFound);
        if (CleanText.Lines(reason).Length > 0)
            Record(proposal, item, ReviewRules.Content, false, reason, actor);
        return await writer.Move(id, Status.Withdrawn, stamp, actor, reason, cancel: cancel);
    }

    private void Record(ProposalRow proposal, DeskItem item, string kind, bool assents, string reason, Actor actor)
    {
        var now = clock.GetUtcNow();
        db.Add(new DecisionRow
        {
            Id = Guid.CreateVersion7(now), ProposalId = proposal.Id, Version = item.Version, Kind = kind, Person = actor.Name, IsAssent = assents,
            Reason = CleanText.Cut(CleanText.Lines(reason), 4000), At = now.UtcDateTime,
        });
        log.Audit(proposal.Region, actor, assents ? "proposal.assent" : "proposal.dissent", item.Path, reason.Length > 0 ? $"{kind}: {reason}" : kind);
    }

    /// <summary>The other assent is still missing: those who may give it are told.</summary>
    private async Task<Outcome> Wait(ProposalRow proposal, DeskItem item, bool forLegal, Actor actor, CancellationToken cancel)
    {
        var people = await staff.WhoMay(forLegal ? ContributionPermissions.Legal : ContentPermissions.Review, current.Region, cancel);
        await notices.Tell(people, actor, $"{item.Id} {item.Version} assenso {forLegal}", forLegal ? "proposta-giuridica" : "in-revisione", item.Id, proposal.Title, "", cancel);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, item.Id, item.Stamp);
    }

    private async Task<Outcome> Publish(Guid id, int stamp, Actor actor, CancellationToken cancel)
    {
        var approved = await writer.Move(id, Status.Approved, stamp, Entitled(actor), cancel: cancel);
        return approved.Succeeded ? await writer.Move(id, Status.Published, approved.Stamp, Entitled(actor), cancel: cancel) : approved;
    }

    /// <summary>What the region's rule lets follow from a decision: the legal reviewer's may be the last that publishes.</summary>
    private static Actor Entitled(Actor actor) =>
        new(actor.Name, new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish });
}
