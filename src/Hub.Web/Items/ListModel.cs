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
    public int Pages => Math.Max(1, (int)Math.Ceiling(Page.Total / (double)Query.Size));

    /// <summary>The values that are filtered by now, with the address of the list without each.</summary>
    public IEnumerable<ChosenFilter> Chosen =>
        from facet in Facets
        from value in facet.Values
        where value.IsChosen
        select new ChosenFilter(facet.Label, value.Label, AddressWithout(facet.Name, value.Value));

    /// <summary>The address of another page of the same list, with the query string; for <c>~</c> paths.</summary>
    public string AddressOfPage(int page) => Address(Query.Filters, page, Query.Sort);

    public string AddressSorted(string sort) => Address(Query.Filters, 1, sort);

    /// <summary>The address of the list with nothing filtered.</summary>
    public string AddressUnfiltered => Address(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), 1, Query.Sort);

    private string AddressWithout(string field, string value)
    {
        var filters = Query.Filters.ToDictionary(
            filter => filter.Key,
            IReadOnlyList<string> (filter) => filter.Key == field ? [.. filter.Value.Where(chosen => chosen != value)] : filter.Value,
            StringComparer.Ordinal);
        return Address(filters, 1, Query.Sort);
    }

    private string Address(IReadOnlyDictionary<string, IReadOnlyList<string>> filters, int page, string sort)
    {
        var query = new QueryBuilder();
        if (Query.Text.Length > 0)
            query.Add("q", Query.Text);
        foreach (var (field, values) in filters)
            query.Add(field, values);
        if (sort != (Type?.Sort ?? ListQuery.DefaultSort))
            query.Add("ordine", sort);
        if (page > 1)
            query.Add("pagina", page.ToString(CultureInfo.InvariantCulture));
        return "~" + Path + query;
    }
}

/// <summary>A field by which a list can be filtered.</summary>
/// <param name="Name">The field's name, which is also the form's.</param>
public sealed record FacetModel(string Name, string Label, IReadOnlyList<FacetValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Depth">Of a hierarchical term, from 0.</param>
public sealed record FacetValue(string Value, string Label, int Count, bool IsChosen, int Depth);

/// <summary>A filter that is on.</summary>
/// <param name="AddressWithout">Of the list without it.</param>
public sealed record ChosenFilter(string Facet, string Label, string AddressWithout);
