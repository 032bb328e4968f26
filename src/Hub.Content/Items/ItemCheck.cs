using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>Reads what an item is to be, and finds everything that stands in the way of storing it. For one scope.</summary>
public sealed class ItemCheck(
    HubDb db, CurrentRegion current, VocabularyReader vocabularies, ItemAddresses addresses, EnabledExtensions extensions)
{
    /// <summary>The draft's values in canonical form with all that is wrong with them.</summary>
    internal async Task<(JsonObject Data, List<Issue> Issues)> Read(ItemDraft draft, TypeDefinition type, CancellationToken cancel)
    {
        var (data, issues) = draft.IsHidden ? ([], []) : await Read(draft.Data, type, cancel);
        if (draft.IsHidden && draft.Overrides is null)
            issues.Add(new Issue("overrides", IssueKind.Missing, Texts.Get("HiddenWithoutOverride")));
        if (draft.Status == Status.Scheduled && draft.PublishAt is null)
            issues.Add(new Issue("publishAt", IssueKind.Missing, Texts.Get("TimeMissing")));
        if (await OverrideProblem(draft.Overrides, draft.Id, type, cancel) is { } problem)
            issues.Add(problem);
        return (data, issues);
    }

    /// <summary>What keeps a stored item from readers: fields that a draft may leave open, terms that are gone.</summary>
    internal async Task<IReadOnlyList<Issue>> Obstacles(ItemRow item, TypeDefinition type, CancellationToken cancel)
    {
        var (_, issues) = item.IsHidden ? ([], []) : await Read(await db.LatestData(item, cancel), type, cancel);
        if (await OverrideProblem(item.Overrides, item.Id, type, cancel) is { } problem)
            issues.Add(problem);
        return issues;
    }

    private async Task<(JsonObject Data, List<Issue> Issues)> Read(JsonObject input, TypeDefinition type, CancellationToken cancel)
    {
        var terms = await vocabularies.Read(current.Region, cancel);
        var reading = new FieldReading(terms, addresses.Resolve);
        var data = type.Read(input, reading);
        if (await addresses.LoadAsked(cancel))
        {
            reading = new FieldReading(terms, addresses.Resolve);
            data = type.Read(input, reading);
        }

        var issues = reading.Issues.ToList();
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Saving(type, data, issues, cancel);
        return (data, issues);
    }

    /// <summary>A regional item may replace one national item of its type, and no other does so too.</summary>
    private async Task<Issue?> OverrideProblem(Guid? overrides, Guid? self, TypeDefinition type, CancellationToken cancel)
    {
        if (overrides is null)
            return null;
        var region = current.Region.Id;
        var isNational = await db.Items.AnyAsync(
            row => row.Id == overrides && row.Region == RegionDefinition.NationalId && row.Type == type.Id, cancel);
        if (!isNational || current.Region.IsNational)
            return new Issue("overrides", IssueKind.Invalid, Texts.Get("OverrideNotNational", overrides));
        var withdrawn = Status.Withdrawn.Code();
        return await db.Items.AnyAsync(
            row => row.Region == region && row.Overrides == overrides && row.Id != self && row.Status != withdrawn, cancel)
            ? new Issue("overrides", IssueKind.Invalid, Texts.Get("OverrideTwice"))
            : null;
    }
}
