using System.Text.Json.Nodes;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Hub.Web.Editing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>
/// Makes one practice of two that tell the same: field by field it is said whose words stay. Who took part is kept from both, the
/// other's address leads to the one that stays, and the history says so. For one scope.
/// </summary>
public sealed class Duplicates(HubDb db, CurrentRegion current, ContentTypes types, DeskItems items, ItemWriter writer, HeldFiles held, KnownContributors contributors)
{
    /// <summary>Takes over the other's value.</summary>
    public const string Other = "altra";

    /// <summary>Keeps the rows or terms of both.</summary>
    public const string Both = "entrambe";

    /// <summary>Fields that tell who took part.</summary>
    private static readonly string[] Authors = ["partners"];

    /// <summary>The two, as they would be made one; null when either is no practice of the region, or was taken away.</summary>
    public async Task<Pair?> Find(Guid kept, Guid other, CancellationToken cancel = default)
    {
        if (kept == other || await Load(kept, cancel) is not var (keptItem, keptData) || await Load(other, cancel) is not var (otherItem, otherData))
            return null;
        var type = types.Find(ProposalSteps.Type)!;
        var fields = type.Fields.Where(field => !JsonNode.DeepEquals(keptData[field.Name], otherData[field.Name]))
            .Select(field => new PairField(field, keptData[field.Name], otherData[field.Name]) { Suggested = Suggested(field, keptData[field.Name], otherData[field.Name]) });
        return new Pair(keptItem, otherItem, keptData, [.. fields]);
    }

    /// <param name="choices">By field: <see cref="Other"/>, <see cref="Both"/>, anything else keeps. Hostile.</param>
    public async Task<Outcome> Merge(Pair pair, IReadOnlyDictionary<string, string> choices, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContentPermissions.Publish))
            return new Outcome(OutcomeKind.Forbidden);
        var type = types.Find(ProposalSteps.Type)!;
        var data = pair.Values.DeepClone().AsObject();
        foreach (var field in pair.Fields)
            Take(data, field, choices.GetValueOrDefault(field.Field.Name, ""));
        Owner(data, pair);
        await Lead(pair, cancel);
        await held.Pass(pair.Other.Id, pair.Kept.Id, cancel);
        var status = pair.Kept.Live is not null ? Status.Published : pair.Kept.Status is Status.InReview or Status.ToComplete ? pair.Kept.Status : Status.Draft;
        return await writer.Merge(
            new ItemDraft
            {
                Id = pair.Kept.Id, Type = type.Id, Data = ItemForms.Written(type, data), Stamp = pair.Kept.Stamp, Status = status, Review = pair.Kept.Review, WithdrawAt = pair.Kept.WithdrawAt,
                Overrides = pair.Kept.Overrides, Note = Texts.In["Merge.Note", pair.Other.Title, await NamesOf(pair.Other.Id, cancel)],
            }, pair.Other.Id, pair.Other.Stamp, actor, cancel);
    }

    private static void Take(JsonObject data, PairField field, string choice)
    {
        var name = field.Field.Name;
        if (field.Other is { } other && (choice == Other || field.Kept is null && choice == Both))
            data[name] = other.DeepClone();
        else if (choice == Both && field.MayBeBoth && field.Kept is JsonArray kept && field.Other is JsonArray more)
            data[name] = new JsonArray([.. kept.Concat(more.Where(row => !kept.Any(own => JsonNode.DeepEquals(own, row)))).Select(row => row?.DeepClone())]);
        else if (choice == Both && field.Kept is JsonValue && field.Other is JsonValue && field.Field.KindId == "markdown")
            data[name] = $"{field.Kept}\n\n{field.Other}";
    }

    /// <summary>The body that answered for either is named still: as a partner, where its name would be gone.</summary>
    private static void Owner(JsonObject data, Pair pair)
    {
        if (pair.Fields.FirstOrDefault(field => field.Field.Name == "owner") is not { Kept: { } kept, Other: { } other })
            return;
        var stays = data["owner"]?.ToString() ?? "";
        var (name, page) = Key(stays) == Key(kept.ToString()) ? (other.ToString(), pair.Fields.FirstOrDefault(field => field.Field.Name == "ownerBody")?.Other) : (kept.ToString(), pair.Values["ownerBody"]);
        var partners = data["partners"] as JsonArray ?? [];
        if (Key(name) == Key(stays) || partners.Any(partner => Key(partner?["name"]?.ToString() ?? "") == Key(name)))
            return;
        var row = new JsonObject { ["name"] = name };
        if (page is JsonArray { Count: 1 })
            row["organisation"] = page.DeepClone();
        data["partners"] = new JsonArray([.. partners.Select(partner => partner?.DeepClone()), row]);
    }

    private static string Key(string name) => FoldedText.Of(CleanText.Line(name));

    private static string Suggested(FieldDefinition field, JsonNode? kept, JsonNode? other) =>
        kept is null ? Other : Authors.Contains(field.Name) || field.Name == "sources" ? other is null ? "" : Both : "";

    /// <summary>The proposals follow: whoever proposed the other is told where it went.</summary>
    private async Task Lead(Pair pair, CancellationToken cancel)
    {
        foreach (var proposal in await db.Set<ProposalRow>().Where(row => row.Id == pair.Other.Id || row.MergedInto == pair.Other.Id).ToListAsync(cancel))
        {
            (proposal.State, proposal.MergedInto, proposal.DueOn) = (ProposalState.Merged, pair.Kept.Id, null);
            if (await contributors.Find(proposal.ContributorId, cancel) is { ConfirmedAt: not null } contributor)
                contributors.Write(current.Region, contributor, Texts.In["Mail.Merged.Subject", proposal.Title], Texts.In["Mail.Merged", proposal.Title, pair.Kept.Title], proposal.Id.ToString());
        }
    }

    /// <summary>The organisations behind an item's proposals, or what its page calls its owner.</summary>
    private async Task<string> NamesOf(Guid item, CancellationToken cancel)
    {
        var ids = await db.Set<ProposalRow>().Where(row => row.Id == item || row.MergedInto == item).Select(row => row.OrganisationId).ToListAsync(cancel);
        var names = await db.Set<PartnerRow>().Where(row => ids.Contains(row.Id)).Select(row => row.Name).ToListAsync(cancel);
        return names.Count > 0 ? string.Join(", ", names) : (await items.Version(item, null, cancel))?.Data["owner"]?.ToString() ?? "";
    }

    private async Task<(DeskItem Item, JsonObject Data)?> Load(Guid id, CancellationToken cancel) =>
        await items.Find(id, cancel) is { Type: ProposalSteps.Type, Status: not Status.Withdrawn } item && await items.Version(id, null, cancel) is { } version ? (item, version.Data) : null;
}

/// <summary>Two practices that tell the same.</summary>
/// <param name="Values">Of the one that stays.</param>
/// <param name="Fields">In which they differ.</param>
public sealed record Pair(DeskItem Kept, DeskItem Other, JsonObject Values, IReadOnlyList<PairField> Fields);

/// <summary>A field in which the two differ.</summary>
public sealed record PairField(FieldDefinition Field, JsonNode? Kept, JsonNode? Other)
{
    /// <summary>Chosen at first.</summary>
    public string Suggested { get; init; } = "";

    /// <summary>Of what there is one alone, both make no sense.</summary>
    private static readonly string[] Single = ["state", "licence", "ownerBody"];

    public bool MayBeBoth => (Kept is JsonArray && Other is JsonArray && !Single.Contains(Field.Name)) || (Field.KindId == "markdown" && Kept is not null && Other is not null);
}
