using Hub.Content;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>The answer of the search interface; told in <c>openapi.json</c> and <c>docs/reference/search-api.md</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Items a page.</param>
/// <param name="Url">The same list as a page for people.</param>
/// <param name="Next">Address of the next page; absent on the last.</param>
public sealed record ApiAnswer(
    string Query, int Total, int Page, int Size, string Url, string? Next, IReadOnlyList<ApiItem> Items, IReadOnlyList<ApiFacet> Facets)
{
    /// <summary>A page of a list as JSON.</summary>
    public static IActionResult Of(ExportedList list)
    {
        var query = list.List.Query;
        var answer = new ApiAnswer(
            query.Text, list.List.Page.Total, query.Page, query.Size, list.Page, NextOf(list),
            [.. list.Items.Select(item => new ApiItem(
                item.Id, item.Type, item.Region, item.Title, item.Summary, item.PassageHtml, item.Status.Code(), item.Published, item.Updated, list.AddressOf(item)))],
            FacetsOf(list));
        return new JsonResult(answer, ContentJson.Options);
    }

    /// <summary>The facets of a list.</summary>
    public static IReadOnlyList<ApiFacet> FacetsOf(ExportedList list) =>
        [.. list.List.Facets.Select(facet => new ApiFacet(
            facet.Name, facet.Label, [.. facet.Values.Select(value => new ApiValue(value.Value, value.Label, value.Count, value.IsChosen))]))];

    /// <summary>The address of the next page; null on the last.</summary>
    public static string? NextOf(ExportedList list)
    {
        var query = list.List.Query;
        if ((long)query.Page * query.Size >= Math.Min(list.List.Page.Total, Search.ResultPage.Deepest))
            return null;
        var parameters = list.Http.Request.Query.Where(parameter => parameter.Key != "pagina")
            .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
            .Append(KeyValuePair.Create("pagina", (string?)$"{query.Page + 1}"));
        return list.Self.Split('?')[0] + Microsoft.AspNetCore.Http.QueryString.Create(parameters).ToUriComponent();
    }
}

/// <summary>An item that was found.</summary>
/// <param name="Passage">HTML: escaped, with the words in <c>mark</c> elements.</param>
public sealed record ApiItem(
    Guid Id, string Type, string Region, string Title, string Summary, string Passage, string Status, DateOnly? Published, DateOnly Updated, string Url);

/// <summary>A facet with the counts that choosing a value would give.</summary>
public sealed record ApiFacet(string Name, string Label, IReadOnlyList<ApiValue> Values);

/// <summary>A value of a facet.</summary>
public sealed record ApiValue(string Value, string Label, int Count, bool Chosen);
