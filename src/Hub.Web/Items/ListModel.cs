using System.Globalization;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hub.Web.Items;

/// <summary>A list made ready for its page.</summary>
/// <param name="Type">Null for a list across types.</param>
/// <param name="Path">Of the list, within the region, such as <c>/pratiche</c>.</param>
public sealed record ListModel(
    Region Region, TypeDefinition? Type, string Path, ItemQuery Query, ItemPage Page, IReadOnlyList<FacetModel> Facets, VocabularySet Vocabularies)
{
    /// <summary>The order by how well items answer the words; only of lists that are searches.</summary>
    public const string ByRelevance = "pertinenza";

    /// <summary>Answered by the search engine: it can be sorted by relevance, followed as a feed and saved as data.</summary>
    public bool IsSearch { get; init; }

    public int Pages => Math.Max(1, (int)Math.Ceiling(Page.Total / (double)Query.Size));

    /// <summary>The order of the list when nobody asks for another.</summary>
    public string StandardSort => StandardSortOf(Type, IsSearch ? Query.Text : "");

    /// <summary>The values that are filtered by now, with the address of the list without each.</summary>
    public IEnumerable<ChosenFilter> Chosen =>
        from facet in Facets
        from value in facet.Values
        where value.IsChosen
        select new ChosenFilter(facet.Label, value.Label, AddressWithout(facet.Name, value.Value));

    /// <summary>The address of the list with nothing filtered.</summary>
    public string AddressUnfiltered => Address(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), 1, Query.Sort);

    /// <summary>By relevance when there are words to be relevant to, else as the type says.</summary>
    /// <param name="text">Empty when nothing is searched for.</param>
    public static string StandardSortOf(TypeDefinition? type, string text) => text.Length > 0 ? ByRelevance : type?.Sort ?? ListQuery.DefaultSort;

    /// <summary>The address of another page of the same list, with the query string; for <c>~</c> paths.</summary>
    public string AddressOfPage(int page) => Address(Query.Filters, page, Query.Sort);

    public string AddressSorted(string sort) => Address(Query.Filters, 1, sort);

    /// <summary>The address of the same list without what one facet filters.</summary>
    public string AddressWithout(string field) => Address(Query.Filters.Where(filter => filter.Key != field).ToDictionary(StringComparer.Ordinal), 1, Query.Sort);

    /// <summary>The address of the whole list in another format.</summary>
    /// <param name="format">Such as <c>atom</c>.</param>
    /// <param name="size">Items a page; empty for the format's own.</param>
    public string AddressAs(string format, string size = "")
    {
        var address = Address(Query.Filters, 1, Query.Sort, "." + format);
        return size.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}quanti={size}";
    }

    private string AddressWithout(string field, string value)
    {
        var filters = Query.Filters.ToDictionary(
            filter => filter.Key,
            IReadOnlyList<string> (filter) => filter.Key == field ? [.. filter.Value.Where(chosen => chosen != value)] : filter.Value,
            StringComparer.Ordinal);
        return Address(filters, 1, Query.Sort);
    }

    private string Address(IReadOnlyDictionary<string, IReadOnlyList<string>> filters, int page, string sort, string format = "")
    {
        var query = new QueryBuilder();
        if (Query.Text.Length > 0)
            query.Add("q", Query.Text);
        foreach (var (field, values) in filters)
            query.Add(field, values);
        if (sort != StandardSort)
            query.Add("ordine", sort);
        if (page > 1)
            query.Add("pagina", page.ToString(CultureInfo.InvariantCulture));
        return "~" + Path + format + query;
    }
}
