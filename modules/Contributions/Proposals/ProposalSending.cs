using System.Text.Json.Nodes;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Organisations;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Editing;

namespace Hub.Contributions.Proposals;

/// <summary>Sends a proposal to the region: from then on its text is the item's. For one scope.</summary>
public sealed class ProposalSending(
    HubDb db, CurrentRegion current, PracticeProposals proposals, ProposalFiles files, KnownPartners partners, ItemWriter writer, Unsaved unsaved, TimeProvider clock)
{
    /// <summary>The words that are agreed to; a new version for every change of them.</summary>
    public const string LicenceText = "licenza-cc-by-4.0-2026-11";

    /// <inheritdoc cref="LicenceText"/>
    public const string PrivacyText = "privacy-2026-11";

    /// <summary>Sends, or sends again what had to be completed.</summary>
    public async Task<Outcome> Send(ProposalRow proposal, Visit visit, bool agreesToLicence, bool agreesToPrivacy, CancellationToken cancel = default)
    {
        if (!ProposalState.IsOpen(proposal.State))
            return new Outcome(OutcomeKind.NotAllowed, proposal.Id, 0, new Issue("", IssueKind.Invalid, Texts.In["Send.NotOpen"]));
        var form = await proposals.Form(proposal, visit, cancel);
        if (await Obstacles(proposal, form, visit, agreesToLicence, agreesToPrivacy, cancel) is { Count: > 0 } issues)
            return new Outcome(OutcomeKind.Invalid, proposal.Id, 0, issues);
        proposal.OrganisationId ??= visit.Contributor.OrganisationId; // it may have been registered since
        if (await partners.Find(proposal.OrganisationId, cancel) is { State: PartnerState.Recognised, ItemId: { } organisation } && form.Typed.Values["ownerBody"]?[0]?.ToString() != organisation.ToString())
            form.Typed.Values["toldBy"] = new JsonArray(organisation.ToString());
        var isTrusted = await partners.IsTrusted(proposal.OrganisationId, cancel);
        var publishes = isTrusted && ContributionSettings.Of(current.Region).PublishesTrusted;
        var outcome = await Save(proposal, form, visit, publishes, cancel);
        if (publishes && outcome.Kind is OutcomeKind.NotAllowed or OutcomeKind.Forbidden) // the region's rules ask for a second person all the same
            outcome = await Save(proposal, form, visit, false, cancel);
        if (outcome.Succeeded)
            await unsaved.Drop(proposal.Id, visit.Actor, cancel);
        else if (outcome.Kind == OutcomeKind.Conflict && form.Stored is { } stored) // the contributor is told, looks, and may send again
            await unsaved.Keep(proposal.Id, ProposalSteps.Type, ItemForms.Keep(form.Typed with { Stamp = stored.Stamp }), stored.Stamp, visit.Actor, cancel);
        return outcome;
    }

    private async Task<List<Issue>> Obstacles(ProposalRow proposal, ItemForm form, Visit visit, bool agreesToLicence, bool agreesToPrivacy, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        if (!visit.IsConfirmed)
            issues.Add(new Issue("", IssueKind.Invalid, Texts.In["Send.NotConfirmed"]));
        issues.AddRange(Completeness.Of(form.Type, form.Typed.Values).ForProposal.Select(missing => new Issue(missing.Field.Name, IssueKind.Missing, Texts.In["Send.Missing", missing.Field.Label])));
        issues.AddRange(proposals.Mistakes(form.Typed.Values, form.Choices));
        issues.AddRange(await files.Foreign(proposal.Id, form.Typed.Values, cancel));
        if (!agreesToLicence)
            issues.Add(new Issue("licenza", IssueKind.Missing, Texts.In["Send.NoLicence"]));
        if (!agreesToPrivacy)
            issues.Add(new Issue("privacy", IssueKind.Missing, Texts.In["Send.NoPrivacy"]));
        return issues;
    }

    private Task<Outcome> Save(ProposalRow proposal, ItemForm form, Visit visit, bool publishes, CancellationToken cancel)
    {
        Consent(proposal, "licenza", LicenceText);
        Consent(proposal, "privacy", PrivacyText);
        var actor = publishes ? visit.Actor with { NeedsNoSecond = true, Permissions = new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit, ContentPermissions.Publish } } : visit.Actor;
        return writer.Save(
            new ItemDraft
            {
                Id = proposal.Id, Type = ProposalSteps.Type, Data = form.Typed.Values.DeepClone().AsObject(), Stamp = form.Stored is null ? null : form.Typed.Stamp,
                Status = publishes ? Status.Published : Status.InReview, Review = form.Stored?.Review,
            }, actor, cancel);
    }

    private void Consent(ProposalRow proposal, string kind, string text)
    {
        var now = clock.GetUtcNow();
        db.Add(new ConsentRow { Id = Guid.CreateVersion7(now), ProposalId = proposal.Id, Kind = kind, Text = text, At = now.UtcDateTime });
    }
}
