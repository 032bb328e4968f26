using System.Text.Json;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Vocabularies;

/// <summary>The only way to change vocabularies. For one scope.</summary>
public sealed class VocabularyWriter(
    HubDb db, CurrentRegion current, RegionDirectory regions, TermValues values, TermUsage usage, ChangeLog log, ChangeSignal signal)
{
    public const string ManagePermission = "vocabularies.manage";

    /// <summary>Replaces what the region says of one vocabulary.</summary>
    /// <returns>Invalid, with issues, when its terms contradict each other or the national ones.</returns>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<Outcome> Save(VocabularySource source, Actor actor, CancellationToken cancel = default) =>
        Change(source.Taxonomy, "vocabulary.saved", "", _ => new VocabularyChange(source), actor, cancel);

    /// <summary>Changes what the region says of one vocabulary, from what it says at that moment: nobody's change is lost.</summary>
    /// <param name="action">For the audit trail, such as <c>term.merged</c>, with its detail.</param>
    /// <returns>Invalid, with issues, when the change can't be made or would take out a term that content carries.</returns>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public async Task<Outcome> Change(
        string taxonomy, string action, string detail, Func<VocabularyState, VocabularyChange> change, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            var outcome = await Store(taxonomy, action, detail, change, actor, cancel);
            if (outcome.Kind != OutcomeKind.Done)
                return outcome;
            await transaction.CommitAsync(cancel);
            signal.Raise(current.Region.Id);
            return outcome;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static VocabularySource Clean(VocabularySource source) => source with
    {
        Name = CleanText.Line(source.Name),
        Terms = [.. source.Terms.Select(term => term with { Name = CleanText.Line(term.Name), Description = CleanText.Lines(term.Description) })],
    };

    private static Outcome Invalid(params IReadOnlyList<Issue> issues) => new(OutcomeKind.Invalid, null, 0, issues);

    private async Task<Outcome> Store(
        string taxonomy, string action, string detail, Func<VocabularyState, VocabularyChange> change, Actor actor, CancellationToken cancel)
    {
        if (!Slug.IsValid(taxonomy))
            return Invalid(new Issue("taxonomy", IssueKind.Invalid, Texts.Get("SlugInvalid", taxonomy)));
        var region = current.Region.Id;
        var rows = await db.Vocabularies
            .Where(row => row.Taxonomy == taxonomy && (row.Region == region || row.Region == RegionDefinition.NationalId))
            .ToListAsync(cancel);
        var own = rows.Find(row => row.Region == region);
        var above = !current.Region.IsNational && rows.Find(row => row.Region == RegionDefinition.NationalId) is { } national ? Parse(national) : null;
        var before = own is null && above is null ? null : VocabularyMerge.Merge(above, own is null ? null : Parse(own), region);
        var changed = change(new VocabularyState(own is null ? new VocabularySource(taxonomy, "", []) : Parse(own), above, before));
        if (changed.Source is null)
            return Invalid(changed.Issues);
        var source = Clean(changed.Source);
        var json = JsonSerializer.Serialize(source, ContentJson.Options);
        if (own?.Source == json)
            return new Outcome(OutcomeKind.Unchanged);

        var issues = new List<Issue>();
        var merged = VocabularyMerge.Merge(above, source, region, issues);
        if (issues.Count > 0)
            return Invalid(issues);
        if (before is not null && !actor.IsHub && await InUse(before, merged, cancel) is { } used)
            return Invalid(used);

        if (own is null)
            db.Vocabularies.Add(new VocabularyRow { Region = region, Taxonomy = taxonomy, Source = json });
        else
            own.Source = json;
        log.Audit(region, actor, action, taxonomy, detail);
        await log.Append(region, "vocabulary", taxonomy, null, cancel);
        await db.SaveChangesAsync(cancel);
        if (before is not null && !before.CountsLike(merged))
            await values.Renew(taxonomy, current.Region.IsNational ? regions.Current.All : [current.Region], cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Why a term can't go: content carries it. Null when none goes that is carried.</summary>
    private async Task<Issue?> InUse(Vocabulary before, Vocabulary after, CancellationToken cancel)
    {
        foreach (var term in before.Terms.Where(term => after.Find(term.Code) is null && !after.Hidden.ContainsKey(term.Code)))
        {
            if (await usage.Of(before.Taxonomy, term.Code, cancel) is { Count: > 0 } items)
                return new Issue("code", IssueKind.Invalid, Texts.Get("TermInUse", term.Name, items.Count, items[0].Title));
        }

        return null;
    }

    private static VocabularySource Parse(VocabularyRow row) => JsonSerializer.Deserialize<VocabularySource>(row.Source, ContentJson.Options)!;
}

/// <summary>A vocabulary at the moment of a change.</summary>
/// <param name="Own">What the region says; without terms when it says nothing.</param>
/// <param name="National">What the nation says; null for the national region, and when it says nothing.</param>
/// <param name="Seen">What the region sees; null when there is nothing yet.</param>
public sealed record VocabularyState(VocabularySource Own, VocabularySource? National, Vocabulary? Seen);

/// <summary>What a vocabulary becomes, or why it can't.</summary>
public sealed record VocabularyChange(VocabularySource? Source, params IReadOnlyList<Issue> Issues);

/// <summary>What people may do with vocabularies.</summary>
internal sealed class VocabularyPermissions : IPermissions
{
    public IEnumerable<Permission> Permissions =>
        [new(VocabularyWriter.ManagePermission, Texts.Get("Permission.Vocabularies"), Roles.RegionAdministrator)];
}
