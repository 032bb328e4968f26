using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Places;
using Hub.Kernel.Regions;
using Hub.Search;
using Hub.SiteSearch.Search;

namespace Hub.SiteSearch.Index;

/// <summary>Makes the search document of an item from its type's definition: texts by their weight, facets, numbers, names.</summary>
internal sealed class SearchDocument(AttachmentText attachments)
{
    /// <summary>The vocabulary of each region's own territories.</summary>
    private const string Territories = "territori";

    private const int FewestYears = 1900;
    private const int MostYears = 30;

    /// <param name="traits">What is known of the item beside its version; null for nothing.</param>
    /// <returns>Null for an item whose type no region has.</returns>
    public async Task<Document?> Of(Item item, Blueprint blueprint, JsonObject? traits, CancellationToken cancel)
    {
        if (blueprint.TypeOf(item.Region, item.Type) is not { } type)
            return null;
        var document = new Document(item.Id.ToString())
        {
            { Fields.Id, item.Id.ToString() },
            { Fields.Title, item.Title },
            { Fields.Lead, item.Summary },
            { Fields.Path, item.Path },
            { Fields.Type, item.Type },
            { Fields.Region, item.Region },
            { Fields.Status, item.Status.Code() },
            { Fields.TitleKey, NameKey.ForSorting(item.Title) },
            { Fields.Exact, NameKey.Of(item.Title) },
            { Fields.Updated, item.Updated.DayNumber },
            { Fields.Context, type.Name },
            { Fields.Place, item.Region == RegionDefinition.NationalId ? null : blueprint.NameOf(item.Region) },
            { Fields.Year, Years(item, type) },
            { Fields.About, CitedNorms.AboutKeys(item.Region, [item.Title, .. NamesOf(item, type)], Norms(item, type)) },
            { Fields.About, CitedNorms.IdentityKeys(type.Fields.Where(field => field.KindId == "text").Select(field => item.Data[field.Name]?.ToString() ?? "")) },
        };
        if (item.Published is { } published)
            document.Add(Fields.Published, published.DayNumber);
        foreach (var field in type.Fields.Where(field => !field.IsPersonal))
        {
            if (item.Data[field.Name] is { } value)
                await AddField(document, field, value, item.Region, blueprint, cancel);
        }

        foreach (var field in traits is null ? [] : type.Traits)
        {
            if (traits?[field.Name] is { } value)
                await AddField(document, field, value, item.Region, blueprint, cancel);
        }

        return document;
    }

    private async Task AddField(Document document, FieldDefinition field, JsonNode value, string region, Blueprint blueprint, CancellationToken cancel)
    {
        var terms = blueprint.Vocabularies(region);
        AddWords(document, field, field.KindId == "terms" ? Names(field, value, terms.NameOf) : [.. field.Kind.Words(value, field)]);
        foreach (var path in AttachmentText.Paths(field, value))
            document.Add(Fields.Attachments, await attachments.Read(path, cancel));
        if (field.IsFacet)
            document.Add(Fields.Facet(field.Name), field.Kind.Values(value, field, terms.CountsFor).Select(each => each.Text));
        if (Blueprint.IsSortable(field) && field.Kind.Values(value, field, terms.CountsFor).FirstOrDefault() is { Number: { } number })
            document.Add(Fields.Number(field.Name), (long)Math.Clamp(number * 100, long.MinValue / 2, long.MaxValue / 2));
    }

    /// <summary>What else the item is called.</summary>
    private static IEnumerable<string> NamesOf(Item item, TypeDefinition type) =>
        from field in type.Fields
        where field.Weight >= 3 && field.Name != "title" && !field.IsPersonal && item.Data[field.Name] is not null
        from name in field.Kind.Words(item.Data[field.Name]!, field)
        select name;

    private static IEnumerable<string> Norms(Item item, TypeDefinition type) =>
        from field in type.Fields
        where field.KindId == "norms" && item.Data[field.Name] is JsonArray
        from norm in (JsonArray)item.Data[field.Name]!
        select norm["urn"]!.ToString();

    private static void AddWords(Document document, FieldDefinition field, IReadOnlyList<string> words)
    {
        var target = field switch
        {
            { Name: "title" } => null,
            { Weight: >= 3 } => Fields.Names,
            { Weight: >= 2 } => Fields.Summary,
            { Weight: > 0 } => Fields.Text,
            { KindId: "places" } or { Of: Territories } => Fields.Place,
            _ => Fields.Context,
        };
        if (target is null)
            return;
        foreach (var text in words)
        {
            document.Add(CitedNorms.IsName(text) ? Fields.Context : target, text); // a URN is no passage
            if (target == Fields.Names)
                document.Add(Fields.Exact, NameKey.Of(text));
        }
    }

    private static IReadOnlyList<string> Names(FieldDefinition field, JsonNode codes, Func<string, string, string> nameOf) =>
        [.. (codes as JsonArray ?? []).OfType<JsonNode>().Select(code => nameOf(field.Of, code.ToString()))];

    /// <summary>The years of its first day or period; of its publication when it tells none.</summary>
    private static IEnumerable<string> Years(Item item, TypeDefinition type)
    {
        var told = type.Fields.Where(field => field.KindId is "date" or "period").Select(field => item.Data[field.Name]).FirstOrDefault(value => value is not null);
        var (from, to) = told is JsonObject period ? (YearOf(period["from"]), YearOf(period["to"])) : (YearOf(told), YearOf(told));
        from ??= to ?? item.Published?.Year;
        to ??= from;
        return from is null || to < from
            ? []
            : Enumerable.Range(Math.Max(from.Value, FewestYears), Math.Min(to!.Value - from.Value + 1, MostYears)).Select(year => year.ToString(CultureInfo.InvariantCulture));
    }

    private static int? YearOf(JsonNode? day) =>
        DateOnly.TryParseExact(day?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.Year : null;
}
