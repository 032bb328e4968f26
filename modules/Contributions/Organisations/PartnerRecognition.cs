using Hub.Content;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Vocabularies;
using Hub.Content.Workflow;
using Hub.Contributions.Contributors;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Organisations;

/// <summary>How an organisation becomes known: it registers or is invited, the region recognises it once, and may trust it. For one scope.</summary>
public sealed class PartnerRecognition(
    HubDb db, CurrentRegion current, KnownPartners partners, KnownContributors contributors, VocabularyReader vocabularies, ItemWriter writer, ItemReader reader,
    Notices notices, Staff staff, ChangeLog log, TimeProvider clock)
{
    private Region Region => current.Region;

    /// <summary>Takes the data of a contributor's organisation; what was recognised is only told to the region, not changed.</summary>
    public async Task<IReadOnlyList<Issue>> Register(ContributorRow contributor, PartnerForm form, CancellationToken cancel = default)
    {
        form = form.Clean();
        if (form.Issues(await vocabularies.Read(Region, cancel)) is { Count: > 0 } issues)
            return issues;
        var row = await partners.Find(contributor.OrganisationId, cancel);
        if (row is { State: PartnerState.Recognised })
            return [new Issue("nome", IssueKind.Invalid, Texts.In["Partner.AlreadyRecognised"])];
        row ??= db.Add(New("")).Entity;
        form.Fill(row);
        row.State = PartnerState.Waiting;
        contributor.OrganisationId = row.Id;
        var author = PracticeAuthor(contributor);
        await notices.Tell(await staff.WhoMay(ContributionPermissions.Partners, Region, cancel), author, $"{row.Id} ente", "ente-proponente", null, row.Name, "", cancel);
        log.Audit(Region.Id, author, "partner.registered", row.Id.ToString());
        await db.SaveChangesAsync(cancel);
        return [];
    }

    /// <summary>Writes to a mailbox on the region's behalf, with a link that leads to the data to be told.</summary>
    /// <param name="email">As <see cref="Content.Mail.EmailAddress.Parse"/> gives it.</param>
    public async Task<Outcome> Invite(string email, string name, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContributionPermissions.Partners))
            return new Outcome(OutcomeKind.Forbidden);
        var contributor = await contributors.Of(Region, email, "", cancel);
        if (contributor.OrganisationId is not null)
            return new Outcome(OutcomeKind.Unchanged);
        var row = db.Add(New(CleanText.Cut(CleanText.Line(name), 200))).Entity;
        contributor.OrganisationId = row.Id;
        contributors.Write(Region, contributor, Texts.In["Mail.Invite.Subject", Region.Definition.Title], Texts.In["Mail.Invite", Region.Definition.Title, row.Name], "ente");
        log.Audit(Region.Id, actor, "partner.invited", row.Id.ToString());
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Recognises an organisation: its page is published, or one that is there already is taken to be it.</summary>
    public async Task<Outcome> Recognise(Guid id, Guid? page, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContributionPermissions.Partners))
            return new Outcome(OutcomeKind.Forbidden);
        if (await partners.Find(id, cancel) is not { } row)
            return new Outcome(OutcomeKind.NotFound);
        if (row.State is PartnerState.Recognised or PartnerState.Invited)
            return new Outcome(row.State == PartnerState.Recognised ? OutcomeKind.Unchanged : OutcomeKind.NotAllowed, null, 0, new Issue("", IssueKind.Invalid, Texts.In["Partner.NotTold"]));
        if (page is { } known && (await reader.Find(Region, known, cancel))?.Type != KnownPartners.Type)
            return new Outcome(OutcomeKind.NotFound);
        row.State = PartnerState.Recognised;
        row.DecidedBy = actor.Name;
        row.ItemId = page ?? Guid.CreateVersion7(clock.GetUtcNow());
        await Answer(row, "Mail.Recognised", [row.Name], cancel);
        log.Audit(Region.Id, actor, "partner.recognised", row.Id.ToString());
        if (page is null)
        {
            var today = RomeTime.Today(clock).ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("it-IT"));
            return await writer.Save(
                new ItemDraft { Id = row.ItemId, Type = KnownPartners.Type, Data = PartnerForm.Of(row).ToItem(Texts.In["Partner.Source", today]), Status = Status.Published }, actor, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, page);
    }

    public async Task<Outcome> Refuse(Guid id, string reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContributionPermissions.Partners))
            return new Outcome(OutcomeKind.Forbidden);
        reason = CleanText.Cut(CleanText.Lines(reason), 2000);
        if (reason.Length == 0)
            return new Outcome(OutcomeKind.Invalid, null, 0, new Issue("motivo", IssueKind.Missing, Texts.In["Review.NoReason"]));
        if (await partners.Find(id, cancel) is not { State: PartnerState.Waiting } row)
            return new Outcome(OutcomeKind.NotFound);
        (row.State, row.DecidedBy, row.Reason) = (PartnerState.Refused, actor.Name, reason);
        await Answer(row, "Mail.PartnerRefused", [row.Name, reason], cancel);
        log.Audit(Region.Id, actor, "partner.refused", row.Id.ToString());
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>From now on, what a recognised organisation sends goes the short way; or no longer.</summary>
    public async Task<Outcome> Trust(Guid id, bool isTrusted, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContributionPermissions.Partners))
            return new Outcome(OutcomeKind.Forbidden);
        if (await partners.Find(id, cancel) is not { State: PartnerState.Recognised } row)
            return new Outcome(OutcomeKind.NotFound);
        row.IsTrusted = isTrusted;
        log.Audit(Region.Id, actor, isTrusted ? "partner.trusted" : "partner.untrusted", row.Id.ToString());
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    private async Task Answer(PartnerRow row, string text, object?[] arguments, CancellationToken cancel)
    {
        foreach (var contributor in await db.Set<ContributorRow>().Where(each => each.OrganisationId == row.Id && each.ConfirmedAt != null).ToListAsync(cancel))
            contributors.Write(Region, contributor, Texts.In[text + ".Subject", Region.Definition.Title], Texts.In[text, arguments]);
    }

    private PartnerRow New(string name) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = Region.Id, Name = name, Kind = "", RuntsSection = "", Runts = "", FiscalCode = "", Place = "", Site = "",
        State = PartnerState.Invited, CreatedAt = clock.GetUtcNow().UtcDateTime, DecidedBy = "", Reason = "",
    };

    private static Actor PracticeAuthor(ContributorRow contributor) => new Visit(contributor, null).Actor;
}
