using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Editing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Proposals;

/// <summary>Begins, keeps and drops proposals of a region. Nothing that was typed is lost before somebody drops it. For one scope.</summary>
public sealed class PracticeProposals(HubDb db, CurrentRegion current, ContentTypes types, DeskItems items, ItemForms forms, Unsaved unsaved, HeldFiles held, ChangeLog log, TimeProvider clock)
{
    /// <summary>Nobody has more that were never sent.</summary>
    public const int MostDrafts = 20;

    /// <summary>The input that tells how the fields of a page were when it was shown; see <see cref="KeptFields"/>.</summary>
    public const string FieldsShown = "_visto";

    /// <summary>The input that tells which files a page of the form was shown with.</summary>
    public const string FilesShown = "_file";

    /// <summary>The type, which is there as long as the module is on.</summary>
    public TypeDefinition Type => types.Find(ProposalSteps.Type)!;

    private DbSet<ProposalRow> Rows => db.Set<ProposalRow>();

    /// <summary>A proposal that the visitor may open; null for any other.</summary>
    public async Task<ProposalRow?> Find(Guid id, Visit visit, CancellationToken cancel = default) =>
        await Rows.SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel) is { } row && visit.MayOpen(row) ? row : null;

    /// <summary>All that the visitor may open, the newest first.</summary>
    public async Task<IReadOnlyList<ProposalRow>> Of(Visit visit, CancellationToken cancel = default) =>
        [.. (await Rows.AsNoTracking().Where(row => row.ContributorId == visit.Contributor.Id && row.Region == current.Region.Id).OrderByDescending(row => row.Id).ToListAsync(cancel)).Where(visit.MayOpen)];

    /// <summary>A new proposal with what was typed first.</summary>
    /// <returns>Null when the contributor has too many that were never sent.</returns>
    public async Task<ProposalRow?> Begin(ContributorRow contributor, JsonObject values, CancellationToken cancel = default)
    {
        if (await Rows.CountAsync(row => row.ContributorId == contributor.Id && row.State == ProposalState.Draft, cancel) >= MostDrafts)
            return null;
        var now = clock.GetUtcNow();
        var row = db.Add(new ProposalRow
        {
            Id = Guid.CreateVersion7(now), Region = current.Region.Id, ContributorId = contributor.Id, OrganisationId = contributor.OrganisationId, Title = TitleOf(values),
            State = ProposalState.Draft, CreatedAt = now.UtcDateTime, ChangedAt = now.UtcDateTime, ClaimedBy = "", Reason = "",
        }).Entity;
        await db.SaveChangesAsync(cancel);
        await unsaved.Keep(row.Id, ProposalSteps.Type, ItemForms.Keep(new TypedItem(values, 0)), 0, ActorOf(contributor), cancel);
        return row;
    }

    /// <summary>The form as the contributor left it.</summary>
    public async Task<ItemForm> Form(ProposalRow proposal, Visit visit, CancellationToken cancel = default) =>
        await forms.Open(proposal.Id, Type, await items.Find(proposal.Id, cancel), null, visit.Actor, cancel);

    /// <summary>Puts what was typed on a page of the form beside what stands on the others, and keeps it.</summary>
    public async Task<KeptStep> Keep(ProposalRow proposal, ProposalStep step, IFormCollection typed, Visit visit, CancellationToken cancel = default)
    {
        var read = typed["_righe"] is [{ Length: > 0 } order, ..] ? FormValues.Arrange(typed, step.Fields, order) : FormValues.Read(typed, step.Fields);
        IReadOnlyList<FieldDefinition> clashes = [];
        var marks = "";
        var (isKept, form) = await Change(proposal, visit, values =>
        {
            var before = values.DeepClone().AsObject();
            (clashes, marks) = KeptFields.Merge(values, read, step.Fields, typed[FieldsShown]);
            NamedFiles.BringBack(before, values, typed[FilesShown].ToString().Split(' '));
        }, cancel);
        return new KeptStep(isKept, form, read, clashes, marks);
    }

    /// <summary>Changes what is kept of a proposal.</summary>
    /// <returns>Whether it is kept, which it is not when too long; and the form with the change.</returns>
    public async Task<(bool IsKept, ItemForm Form)> Change(ProposalRow proposal, Visit visit, Action<JsonObject> change, CancellationToken cancel = default)
    {
        ItemForm? form = null;
        var isKept = await unsaved.Change(proposal.Id, ProposalSteps.Type, visit.Actor, async () =>
        {
            form = await Form(proposal, visit, cancel);
            change(form.Typed.Values);
            return (ItemForms.Keep(form.Typed), form.Typed.Stamp);
        }, cancel);
        if (isKept)
        {
            proposal.Title = TitleOf(form!.Typed.Values);
            proposal.ChangedAt = clock.GetUtcNow().UtcDateTime;
            proposal.WarnedAt = null;
            await db.SaveChangesAsync(cancel);
        }

        return (isKept, form!);
    }

    /// <summary>What is wrong with what was typed; empty fields aside.</summary>
    public IReadOnlyList<Issue> Mistakes(JsonObject values, Choices choices)
    {
        var reading = new FieldReading(choices.Vocabularies, path => Guid.TryParse(choices.Find(path)?.Id, out var found) ? found : null);
        Type.Read(values.DeepClone().AsObject(), reading);
        return [.. reading.Issues.Where(issue => issue.Kind == IssueKind.Invalid)];
    }

    /// <summary>Deletes a draft that was never sent, with its files.</summary>
    public async Task<bool> Drop(ProposalRow proposal, Visit visit, CancellationToken cancel = default)
    {
        if (proposal.State != ProposalState.Draft)
            return false;
        await held.Drop(proposal.Id, null, visit.Actor, cancel);
        await unsaved.Drop(proposal.Id, visit.Actor, cancel);
        log.Audit(proposal.Region, visit.Actor, "proposal.dropped", proposal.Id.ToString());
        db.Remove(proposal);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    internal static Actor ActorOf(ContributorRow contributor) => new Visit(contributor, null).Actor;

    internal static string TitleOf(JsonObject values) => CleanText.Cut(CleanText.Line(values["title"]?.ToString() ?? ""), 300);
}

/// <summary>What became of a page that came back.</summary>
/// <param name="IsKept">False when it is too long to be kept.</param>
/// <param name="Form">With what is kept now.</param>
/// <param name="Typed">What the page held.</param>
/// <param name="Clashes">Fields that another window changed meanwhile: what the page held of them is not kept.</param>
/// <param name="Marks">For a page that goes on showing what it holds.</param>
public sealed record KeptStep(bool IsKept, ItemForm Form, JsonObject Typed, IReadOnlyList<FieldDefinition> Clashes, string Marks);
