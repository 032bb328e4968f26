using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Contributions.Organisations;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>Who has to assent before a proposed practice is shown. For one scope.</summary>
public sealed class ReviewRules(HubDb db, CurrentRegion current, KnownPartners partners, ContentTypes types)
{
    public const string Content = "contenuto";
    public const string Legal = "giuridica";

    /// <summary>Whether the legal reviewer's assent is asked for beside the content reviewer's.</summary>
    public async Task<bool> NeedsLegal(ProposalRow proposal, CancellationToken cancel = default) =>
        ContributionSettings.Of(current.Region).NeedsLegal && !await partners.IsTrusted(proposal.OrganisationId, cancel);

    /// <summary>What was decided on a proposal, the oldest first.</summary>
    public async Task<IReadOnlyList<DecisionRow>> Decisions(Guid proposal, CancellationToken cancel = default) =>
        await db.Set<DecisionRow>().AsNoTracking().Where(row => row.ProposalId == proposal).OrderBy(row => row.At).ToListAsync(cancel);

    /// <summary>Why a version may not go before readers yet; null when nothing is in the way.</summary>
    internal async Task<Issue?> Obstacle(ProposalRow proposal, ItemMove move, CancellationToken cancel)
    {
        if (move.Actor.IsHub)
            return null;
        if (proposal.ContributorId is { } id && move.Actor.Name == ContributorRow.AuthorOf(id))
            return await partners.IsTrusted(proposal.OrganisationId, cancel) ? null : Wrong("Review.OwnDoing");
        if (!await NeedsLegal(proposal, cancel))
            return null;
        var assents = db.ChangeTracker.Entries<DecisionRow>().Select(entry => entry.Entity) // of this transaction
            .Concat(await Decisions(proposal.Id, cancel))
            .Where(decision => decision.ProposalId == proposal.Id && decision.IsAssent && decision.Version == move.Version).ToList();
        if (assents.Find(decision => decision.Kind == Legal) is not { } legal)
            return Wrong("Review.LegalMissing");
        var content = assents.Find(decision => decision.Kind == Content)?.Person ?? (move.Actor.May(ContentPermissions.Review) ? move.Actor.Name : "");
        return content.Length == 0 ? Wrong("Review.ContentMissing") : content == legal.Person ? Wrong("Review.SamePerson") : null;
    }

    /// <summary>What a field of the practice is called; the whole when it is none.</summary>
    public string LabelOf(string field) => types.Find(ProposalSteps.Type)?.Find(field)?.Label ?? Texts.In["Remark.Whole"];

    private static Issue Wrong(string text) => new("status", IssueKind.Invalid, Texts.In[text]);
}
