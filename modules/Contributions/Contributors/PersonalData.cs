using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Changes;
using Hub.Content.Editing;
using Hub.Content.Mail;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Contributors;

/// <summary>What is known of a contributor: all of it handed out, all of it erased. For one scope.</summary>
public sealed class PersonalData(HubDb db, ChangeLog log, DeskItems items, HeldFiles held)
{
    /// <summary>Everything that is stored about a contributor in this region, as JSON.</summary>
    public async Task<JsonObject> Export(ContributorRow contributor, CancellationToken cancel = default)
    {
        var proposals = await db.Set<ProposalRow>().AsNoTracking().Where(row => row.ContributorId == contributor.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        var links = await db.Set<ContributorLinkRow>().AsNoTracking().Where(row => row.ContributorId == contributor.Id).Select(row => row.IssuedAt).ToListAsync(cancel);
        var organisation = await db.Set<PartnerRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == contributor.OrganisationId, cancel);
        var told = new JsonArray();
        foreach (var proposal in proposals)
            told.Add((JsonNode)await Tell(proposal, contributor, cancel));
        return new JsonObject
        {
            ["nome"] = contributor.Name, ["posta"] = contributor.Email, ["regione"] = contributor.Region, ["nomeNelleStorie"] = contributor.Author,
            ["registrato"] = contributor.CreatedAt, ["confermato"] = contributor.ConfirmedAt, ["ultimoAccesso"] = contributor.OpenedAt,
            ["collegamentiInviati"] = new JsonArray([.. links.Select(at => (JsonNode)JsonValue.Create(at))]),
            ["ente"] = organisation is null ? null : JsonSerializer.SerializeToNode(organisation, ContentJson.Options), ["proposte"] = told,
        };
    }

    /// <summary>
    /// Erases name, mailbox, links, mails that wait, and drafts that were never sent with their files. What was sent stays, under a name that tells
    /// nobody who wrote it.
    /// </summary>
    public async Task Erase(ContributorRow contributor, CancellationToken cancel = default)
    {
        var author = contributor.Author;
        var drafts = await db.Set<ProposalRow>().Where(row => row.ContributorId == contributor.Id && row.State == ProposalState.Draft).Select(row => row.Id).ToListAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<UnsavedRow>().Where(row => row.Person == author).ExecuteDeleteAsync(cancel);
        foreach (var draft in drafts)
            await held.Drop(draft, null, new Visit(contributor, null).Actor, cancel);
        await db.Set<ProposalRow>().Where(row => drafts.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<ProposalRow>().Where(row => row.ContributorId == contributor.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.ContributorId, (Guid?)null), cancel);
        await db.Set<ContributorLinkRow>().Where(row => row.ContributorId == contributor.Id).ExecuteDeleteAsync(cancel);
        await db.Set<OutboxRow>().Where(row => row.To == contributor.Email && row.Region == contributor.Region && row.StopAt == null).ExecuteDeleteAsync(cancel);
        await db.Set<ContributorRow>().Where(row => row.Id == contributor.Id).ExecuteDeleteAsync(cancel);
        log.Audit(contributor.Region, new Visit(contributor, null).Actor, "contributor.erased", author);
        db.Entry(contributor).State = EntityState.Detached;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<JsonObject> Tell(ProposalRow proposal, ContributorRow contributor, CancellationToken cancel)
    {
        var consents = await db.Set<ConsentRow>().AsNoTracking().Where(row => row.ProposalId == proposal.Id).OrderBy(row => row.At).ToListAsync(cancel);
        var kept = await db.Set<UnsavedRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == proposal.Id && row.Person == contributor.Author, cancel);
        var remarks = await db.Set<RemarkRow>().AsNoTracking().Where(row => row.ItemId == proposal.Id && row.Author == contributor.Author).OrderBy(row => row.At).ToListAsync(cancel);
        var text = kept?.Form is { } form ? JsonNode.Parse(form) : (await items.Version(proposal.Id, null, cancel))?.Data.DeepClone();
        return new JsonObject
        {
            ["id"] = proposal.Id, ["titolo"] = proposal.Title, ["stato"] = proposal.State, ["iniziata"] = proposal.CreatedAt, ["inviata"] = proposal.SentAt, ["motivo"] = proposal.Reason,
            ["testo"] = text,
            ["allegati"] = new JsonArray([.. (await held.Of(proposal.Id, cancel)).Select(file => (JsonNode)new JsonObject { ["nome"] = file.Name, ["descrizione"] = file.Alt, ["licenza"] = file.Licence, ["byte"] = file.Size })]),
            ["consensi"] = new JsonArray([.. consents.Select(row => (JsonNode)new JsonObject { ["che"] = row.Kind, ["testo"] = row.Text, ["quando"] = row.At })]),
            ["risposte"] = new JsonArray([.. remarks.Select(row => (JsonNode)new JsonObject { ["campo"] = row.Field, ["testo"] = row.Text, ["quando"] = row.At })]),
        };
    }
}
