using System.Globalization;
using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Items;

/// <summary>
/// From a list page's address to its content, read from the database: <c>?q=…&amp;istituti=…&amp;ordine=-published&amp;pagina=2</c>.
/// What doesn't fit the type is passed over. For one scope.
/// </summary>
public sealed class ListQuery(ItemReader reader, VocabularyReader vocabularies, TimeProvider clock)
{
    public const string DefaultSort = "-updated";

    private const int MaxPage = 10_000;
    private const int MaxValues = 50;
    private const int MaxText = 200;

    /// <param name="type">Null for a list across the given types.</param>
    /// <param name="query">Hostile.</param>
    /// <param name="path">Of the list, within the region.</param>
    public async Task<ListModel> Load(
        Region region, TypeDefinition? type, IReadOnlyList<TypeDefinition> types, IQueryCollection query, string path, CancellationToken cancel)
    {
        var facetFields = type?.Facets.ToList() ?? [];
        var asked = Read(query, facetFields.Select(field => field.Name), Sort(query["ordine"], type)) with
        {
            Types = [.. types.Select(each => each.Id)], StillOn = StillOn(facetFields, RomeTime.Today(clock)),
        };
        var found = await reader.List(region, asked, cancel);
        var words = await vocabularies.Read(region, cancel);
        var titles = await Titles(reader, region, facetFields, found.Facets, cancel);
        var facets = facetFields.Select(field => FacetModel.Of(field, found.Facets[field.Name], asked, words, titles)).Where(facet => facet.CanNarrow(found.Total));
        return new ListModel(region, type, path, asked, found, [.. facets], words);
    }

    /// <summary>What every list reads from its address: words, filters, order, page.</summary>
    /// <param name="query">Hostile.</param>
    /// <param name="facets">The names under which filters may stand.</param>
    public static ItemQuery Read(IQueryCollection query, IEnumerable<string> facets, string sort)
    {
        var names = facets.ToList();
        return new ItemQuery
        {
            Text = Clean(query["q"]),
            Sort = sort,
            Page = int.TryParse(query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MaxPage) : 1,
            Facets = names,
            Filters = names.Where(query.ContainsKey).ToDictionary(name => name, name => Values(query, name), StringComparer.Ordinal),
        };
    }

    /// <summary>The fields that end by themselves, with today.</summary>
    public static IReadOnlyDictionary<string, DateOnly> StillOn(IEnumerable<FieldDefinition> fields, DateOnly today) =>
        fields.Where(field => field.KindId == "lastDay").Select(field => field.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => today, StringComparer.Ordinal);

    /// <summary>The titles of all items that facets lead to, read at once.</summary>
    /// <param name="region">Null for a list of all regions.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> Titles(
        ItemReader reader, Region? region, IEnumerable<FieldDefinition> fields, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> counts, CancellationToken cancel)
    {
        Guid[] ids = [.. fields.Where(field => field.KindId == "references" && counts.ContainsKey(field.Name))
            .SelectMany(field => counts[field.Name]).Select(count => Guid.TryParse(count.Value, out var id) ? id : Guid.Empty).Distinct()];
        return region is null ? await reader.Titles(ids, cancel) : await reader.Titles(region, ids, cancel);
    }

    private static IReadOnlyList<string> Values(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>()
            .Where(value => value.Length is > 0 and <= 200 && !value.Contains('\0', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Take(MaxValues)];

    private static string Clean(string? text) => text is null ? "" : text.Trim() is { Length: <= MaxText } words ? words : text.Trim()[..MaxText];

    private static string Sort(string? asked, TypeDefinition? type)
    {
        var standard = type?.Sort ?? DefaultSort;
        if (asked is null)
            return standard;
        var field = asked.TrimStart('-');
        return field is "title" or "published" or "updated" || type?.Find(field) is not null ? asked : standard;
    }
}
