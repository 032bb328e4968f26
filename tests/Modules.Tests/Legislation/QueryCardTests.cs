using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

public sealed class QueryCardTests(Portal portal)
{
    [Theory]
    [InlineData("", "art 55 cts", "/norme/dlgs-117-2017/articoli/55")]
    [InlineData("", "dlgs 117/17", "/norme/dlgs-117-2017")]
    [InlineData("", "sent. 131/2020", "/giurisprudenza/corte-cost-131-2020")]
    [InlineData("", "corte cost 131/2020", "/giurisprudenza/corte-cost-131-2020")]
    [InlineData("", "legge 241", "/norme/legge-241-1990")]
    [InlineData("/toscana", "lr 65 2020", "/toscana/norme/lr-65-2020")]
    [InlineData("/toscana", "articolo 10 lr 65/2020", "/toscana/norme/lr-65-2020/articoli/10")]
    [InlineData("/puglia", "dm 72/2021", "/puglia/norme/dm-72-2021")]
    public async Task ASearchThatIsACitationHasTheNormPinnedOnTop(string portalPath, string query, string expected)
    {
        var page = await portal.Page($"{portalPath}/cerca?q={Uri.EscapeDataString(query)}");

        var card = page.GetElementById("norma-cercata")!.ParentElement!;
        Assert.Contains(expected, card.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!.Replace(portal.Address, "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("tavolo")]
    [InlineData("come si applica l'art. 55 del cts nei piccoli comuni")]
    [InlineData("lr 999/2031")]
    public async Task AnyOtherSearchHasNone(string query) => Assert.Null((await portal.Page($"/cerca?q={Uri.EscapeDataString(query)}")).GetElementById("norma-cercata"));
}
