using System.Globalization;
using Hub.SiteSearch.Search;
using Hub.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>What programs may ask: unlike people, they are told when they ask for what isn't there.</summary>
public static class ApiRequest
{
    private const int StandardSize = 20;
    private const int LongestText = 200;

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static IActionResult? Problem(IQueryCollection query)
    {
        if (query["q"].Count > 1 || query["q"].ToString().Length > LongestText)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, Texts.In["Api.BadText", LongestText]);
        if (!IsNumber(query, "quanti", 1, ItemQuery.MaxSize))
            return ApiProblem.Of(StatusCodes.Status400BadRequest, Texts.In["Api.BadSize", ItemQuery.MaxSize]);
        return IsNumber(query, "pagina", 1, ResultPage.Deepest / Size(query))
            ? null
            : ApiProblem.Of(StatusCodes.Status400BadRequest, Texts.In["Api.BadPage", ResultPage.Deepest / Size(query)]);
    }

    /// <summary>Items a page.</summary>
    public static int Size(IQueryCollection query) => int.TryParse(query["quanti"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : StandardSize;

    private static bool IsNumber(IQueryCollection query, string name, int least, int most) =>
        !query.ContainsKey(name) || (int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);
}
