using System.Net;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Pages;

public sealed class PagePageTests(Portal portal)
{
    [Theory]
    [InlineData("chi-siamo")]
    [InlineData("aiuto")]
    [InlineData("privacy")]
    [InlineData("note-legali")]
    [InlineData("accessibilita")]
    public async Task EveryPortalOwesItsReadersThisPageAndLinksItAtItsFoot(string slug)
    {
        foreach (var region in portal.Regions.Current.All)
        {
            var path = $"{region.PathBase}/pagine/{slug}";
            Assert.Equal(HttpStatusCode.OK, await portal.Status(path));
            Assert.Contains((await portal.Page(region.PathBase + "/")).QuerySelectorAll("footer a"), link => link.GetAttribute("href") == path);
        }
    }

    [Fact]
    public async Task APageShowsItsIndexAndItsText()
    {
        var page = await portal.Page("/toscana/pagine/note-legali");

        Assert.Contains("Attribuzione 4.0", Portal.Words(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("[data-page-index] a"));
    }
}
