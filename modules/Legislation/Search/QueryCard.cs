using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.Legislation.Search;

/// <summary>Pins the norm above the results of a search that is a citation.</summary>
internal sealed class QueryCard(IHttpContextAccessor http, NormQuery queries) : IPagePart
{
    public PageSlot Slot => PageSlot.BeforeMain;

    public int Order => 20;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext is not { } context || context.Request.Path != "/cerca" || context.Request.Query["q"].ToString() is not { Length: > 0 } typed)
            return null;
        return await queries.Of(page.Region, typed, cancel) is { } found ? new PagePart("Norm.Card", found) : null;
    }
}
