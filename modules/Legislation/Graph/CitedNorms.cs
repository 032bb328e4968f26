using Hub.Kernel.Regions;
using Hub.Legislation.Norms;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.Legislation.Graph;

/// <summary>Beside an item, the norms that it declares and that have a page, each with its status.</summary>
internal sealed class CitedNorms(IHttpContextAccessor http, ItemReader reader, NormIndex index) : IPagePart
{
    public PageSlot Slot => PageSlot.Sidebar;

    public int Order => 40;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var route = http.HttpContext?.Request.RouteValues;
        if (route?["section"] is not string section || route["slug"] is not string slug || section is "norme" or "giurisprudenza")
            return null;
        var (item, _) = await reader.Find(page.Region, section, slug, cancel);
        var acts = item is null ? [] : CitedText.Declared(item.Data).Select(identifier => NormKey.Of(identifier)?.Act).OfType<string>().Distinct(StringComparer.Ordinal);
        var norms = new List<KnownNorm>();
        foreach (var act in acts)
        {
            if (await index.Find(page.Region, act, cancel) is { } norm)
                norms.Add(norm);
        }

        return norms.Count == 0 ? null : new PagePart("Norm.Side", norms);
    }
}
