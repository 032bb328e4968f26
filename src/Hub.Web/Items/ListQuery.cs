using System.Globalization;
using Hub.Content.Items;
using Hub.Content.Places;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Items;

/// <summary>
/// From a list page's address to its content: <c>?q=…&amp;istituti=…&amp;ordine=-published&amp;pagina=2</c>. What doesn't fit
/// the type is passed over. For one scope.
/// </summary>
public sealed class ListQuery(ItemReader reader, VocabularyReader vocabularies)
{
    public const string DefaultSort = "-updated";

    private const int MaxPage = 10_000;
    private const int MaxValues = 50;

    /// <param name="type">Null for a list across the given types.</param>
    /// <param name="query">Hostile.</param>
    /// <param name="path">Of the list, within the region.</param>
    public async Task<ListModel> Load(
        Region region, TypeDefinition? type, IReadOnlyList<TypeDefinition> types, IQueryCollection query, string path, CancellationToken cancel)
    {
        var facetFields = type?.Fields.Where(field => field.IsFacet).ToList() ?? [];
        var asked = new ItemQuery
        {
            Types = [.. types.Select(each => each.Id)],
            Text = Clean(query["q"]),
            Sort = Sort(query["ordine"], type),
            Page = int.TryParse(query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MaxPage) : 1,
            Facets = [.. facetFields.Select(field => field.Name)],
            Filters = facetFields
                .Where(field => query.ContainsKey(field.Name))
                .ToDictionary(
                    field => field.Name,
                    IReadOnlyList<string> (field) => [.. query[field.Name].OfType<string>().Where(value => value.Length is > 0 and <= 200 && !value.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(MaxValues)],
                    StringComparer.Ordinal),
        };
        var found = await reader.List(region, asked, cancel);
        var words = await vocabularies.Read(region, cancel);
        var facets = facetFields
            .Select(field => Facet(field, found.Facets[field.Name], asked, words))
            .Where(facet => facet.Values.Any(value => value.IsChosen || value.Count < found.Total)); // one that can't narrow the list is none
        return new ListModel(region, type, path, asked, found, [.. facets], words);
    }

    private static string Clean(string? text) => text is null ? "" : text.Trim() is { Length: <= 200 } words ? words : text.Trim()[..200];

    private static string Sort(string? asked, TypeDefinition? type)
    {
        var standard = type?.Sort ?? DefaultSort;
        if (asked is null)
            return standard;
        var field = asked.TrimStart('-');
        return field is "title" or "published" or "updated" || type?.Find(field) is not null ? asked : standard;
    }

    private static FacetModel Facet(FieldDefinition field, IReadOnlyList<FacetCount> counts, ItemQuery query, VocabularySet words)
    {
        var chosen = query.Filters.TryGetValue(field.Name, out var values) ? values : [];
        var known = counts.ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        foreach (var value in chosen)
            known.TryAdd(value, 0);
        var ordered = words.Find(field.Of) is { } vocabulary
            ? vocabulary.Terms.Where(term => known.ContainsKey(term.Code)).Select(term => (Value: term.Code, term.Name, term.Depth))
            : known.Keys.Select(value => (Value: value, Name: LabelOf(field, value), Depth: 0));
        return new FacetModel(field.Name, field.Label,
            [.. ordered.Select(value => new FacetValue(value.Value, value.Name, known[value.Value], chosen.Contains(value.Value), value.Depth))]);
    }

    private static string LabelOf(FieldDefinition field, string value) => field.KindId switch
    {
        "places" => Comuni.Find(value)?.Name ?? value,
        "boolean" => Texts.Get(value == "true" ? "Yes" : "No"),
        _ => value,
    };
}
