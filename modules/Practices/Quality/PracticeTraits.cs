using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Places;
using Hub.Content.Storage;
using Hub.Practices.Organisations;
using Hub.Practices.Reading;
using Hub.Practices.Records;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>By what lists of practices are filtered beside the record: certificates, transfers, the bodies and provinces that they are about.</summary>
public sealed class PracticeTraits(HubDb db) : IItemTraits
{
    public const string Certified = "certified";
    public const string Reused = "reused";
    public const string Bodies = "bodies";
    public const string Provinces = "provinces";

    private static readonly IReadOnlyList<FieldDefinition> All =
    [
        new() { Name = Certified, KindId = "lastDay", Label = Texts.In["Trait.Certified"], IsFacet = true, Weight = 0 },
        new() { Name = Reused, KindId = "boolean", Label = Texts.In["Trait.Reused"], IsFacet = true, Weight = 0 },
        new() { Name = Provinces, KindId = ProvinceKind.KindId, Label = Texts.In["Trait.Provinces"], IsFacet = true, Weight = 0 },
        new() { Name = Bodies, KindId = "references", Of = Organisation.TypeId, Label = Texts.In["Trait.Bodies"], IsFacet = true, Weight = 0 },
    ];

    public string Type => Practice.TypeId;

    public IReadOnlyList<FieldDefinition> Fields => All;

    public async Task<IReadOnlyDictionary<Guid, JsonObject>> Of(IReadOnlyList<Item> items, CancellationToken cancel)
    {
        var ids = items.Select(item => item.Id).ToList();
        var until = await db.Set<CertificateRow>().AsNoTracking().Where(row => ids.Contains(row.ItemId) && row.WithdrawnOn == null)
            .GroupBy(row => row.ItemId).Select(rows => new { rows.Key, Until = rows.Max(row => row.Until) }).ToDictionaryAsync(pair => pair.Key, pair => pair.Until, cancel);
        var reused = await db.Set<TransferRow>().AsNoTracking().Where(row => ids.Contains(row.ItemId) && row.State == TransferState.Published)
            .Select(row => row.ItemId).Distinct().ToListAsync(cancel);
        return items.ToDictionary(item => item.Id, item => Values(item, until, reused));
    }

    private static JsonObject Values(Item item, Dictionary<Guid, DateOnly> until, List<Guid> reused)
    {
        var values = new JsonObject();
        if (until.TryGetValue(item.Id, out var day))
            values[Certified] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (reused.Contains(item.Id))
            values[Reused] = true;
        if (ProvincesOf(item).ToList() is { Count: > 0 } provinces)
            values[Provinces] = new JsonArray([.. provinces.Select(sign => JsonValue.Create(sign))]);
        if (BodiesOf(item).ToList() is { Count: > 0 } bodies)
            values[Bodies] = new JsonArray([.. bodies.Select(id => JsonValue.Create(id))]);
        return values;
    }

    private static IEnumerable<string> ProvincesOf(Item item) =>
        List(item.Data["places"]).Select(code => Comuni.Find(code)?.Province).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The pages of the owner, of whoever told it and of the partners.</summary>
    private static IEnumerable<string> BodiesOf(Item item) =>
        List(item.Data["ownerBody"]).Concat(List(item.Data["toldBy"])).Concat((item.Data["partners"] as JsonArray ?? []).SelectMany(partner => List(partner?["organisation"]))).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> List(JsonNode? value) => (value as JsonArray ?? []).OfType<JsonNode>().Select(each => each.ToString());
}
