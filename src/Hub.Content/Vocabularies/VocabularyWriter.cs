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
    HubDb db, CurrentRegion current, RegionDirectory regions, TermValues values, ChangeLog log, ChangeSignal signal)
{
    public const string ManagePermission = "vocabularies.manage";

    /// <summary>Replaces what the region says of one vocabulary.</summary>
    /// <returns>Invalid, with issues, when its terms contradict each other or the national ones.</returns>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public async Task<Outcome> Save(VocabularySource source, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            var outcome = await Store(Clean(source), actor, cancel);
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

    private async Task<Outcome> Store(VocabularySource source, Actor actor, CancellationToken cancel)
    {
        if (!Slug.IsValid(source.Taxonomy))
            return new Outcome(OutcomeKind.Invalid, null, 0, new Issue("taxonomy", IssueKind.Invalid, Texts.Get("SlugInvalid", source.Taxonomy)));
        var region = current.Region.Id;
        var rows = await db.Vocabularies
            .Where(row => row.Taxonomy == source.Taxonomy && (row.Region == region || row.Region == RegionDefinition.NationalId))
            .ToListAsync(cancel);
        var own = rows.Find(row => row.Region == region);
        var json = JsonSerializer.Serialize(source, ContentJson.Options);
        if (own?.Source == json)
            return new Outcome(OutcomeKind.Unchanged);

        var national = current.Region.IsNational ? null : rows.Find(row => row.Region == RegionDefinition.NationalId);
        var issues = new List<Issue>();
        var above = national is null ? null : Parse(national);
        var merged = VocabularyMerge.Merge(above, source, region, issues);
        if (issues.Count > 0)
            return new Outcome(OutcomeKind.Invalid, null, 0, issues);
        var before = own is null && above is null ? null : VocabularyMerge.Merge(above, own is null ? null : Parse(own), region);

        if (own is null)
            db.Vocabularies.Add(new VocabularyRow { Region = region, Taxonomy = source.Taxonomy, Source = json });
        else
            own.Source = json;
        log.Audit(region, actor, "vocabulary.saved", source.Taxonomy);
        await log.Append(region, "vocabulary", source.Taxonomy, null, cancel);
        await db.SaveChangesAsync(cancel);
        if (before is not null && !before.HasSameTree(merged))
            await values.Renew(source.Taxonomy, current.Region.IsNational ? regions.Current.All : [current.Region], cancel);
        return new Outcome(OutcomeKind.Done);
    }

    private static VocabularySource Parse(VocabularyRow row) => JsonSerializer.Deserialize<VocabularySource>(row.Source, ContentJson.Options)!;
}

/// <summary>What people may do with vocabularies.</summary>
internal sealed class VocabularyPermissions : IPermissions
{
    public IEnumerable<Permission> Permissions =>
        [new(VocabularyWriter.ManagePermission, Texts.Get("Permission.Vocabularies"), Roles.RegionAdministrator)];
}
