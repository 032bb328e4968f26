using System.Net;
using Hub.Kernel.Regions;
using Modules.Tests.Fixtures;

namespace Modules.Tests;

public sealed class SwitchedOffTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Putignano = "/puglia/pratiche/spazi-di-comunita-putignano";
    private const string Casalasco = "/lombardia/pratiche/tavoli-casalasco-oglio-po";
    private const string Chapter = "/sussidiario/co-programmazione";

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task SwitchingPracticesOffInPugliaRemovesThemThereAtTheNextRequestAndNowhereElse()
    {
        await EverythingIsThere();

        var change = await portal.Regions.Disable("puglia", "Hub.Practices", true, TestContext.Current.CancellationToken);

        Assert.True(change.Succeeded, change.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/puglia/pratiche"));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(Putignano));
        foreach (var path in new[] { "/puglia/", "/puglia/mappa", "/puglia" + Chapter, "/puglia/cerca?q=putignano", "/puglia/notizie" })
            Assert.DoesNotContain("/puglia/pratiche", await Html(path), StringComparison.Ordinal);
        Assert.DoesNotContain("/puglia/pratiche", await Html("/puglia/sitemap.xml"), StringComparison.Ordinal);
        Assert.Null((await portal.Page("/puglia" + Chapter)).GetElementById("esperienze"));

        Assert.DoesNotContain(Putignano, await Html("/pratiche"), StringComparison.Ordinal);
        Assert.Empty(await PagesThatCallItSimilar());
        Assert.Contains(Casalasco, await Html("/pratiche"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/lombardia/pratiche"));
        Assert.Contains("/lombardia/pratiche", await Html("/lombardia/"), StringComparison.Ordinal);
        Assert.NotNull((await portal.Page("/lombardia" + Chapter)).GetElementById("esperienze"));

        Assert.True((await portal.Regions.Enable("puglia", "Hub.Practices", TestContext.Current.CancellationToken)).Succeeded);
        await EverythingIsThere();
    }

    [Fact]
    public async Task WithoutTheGlossaryTextsMarkNoTerms()
    {
        Assert.NotEmpty((await portal.Page("/puglia" + Chapter)).QuerySelectorAll(".term-box:not(.norm-box)"));

        Assert.True((await portal.Regions.Disable("puglia", "Hub.Glossary", false, TestContext.Current.CancellationToken)).Succeeded);

        Assert.Empty((await portal.Page("/puglia" + Chapter)).QuerySelectorAll(".term-box:not(.norm-box)"));
        Assert.DoesNotContain("In Puglia", await portal.Words("/lombardia/glossario/ats"), StringComparison.Ordinal);
        Assert.NotEmpty((await portal.Page("/lombardia" + Chapter)).QuerySelectorAll(".term-box:not(.norm-box)"));
        Assert.True((await portal.Regions.Enable("puglia", "Hub.Glossary", TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public async Task WithoutTheHandbookItsPrintAndItsFilesAreGone()
    {
        string[] paths = ["/puglia/edizioni/sussidiario-2026/stampa", "/puglia/modelli/verbale-tavolo.md", "/puglia" + Chapter, "/puglia/sussidiario"];
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.OK, await portal.Status(path));

        Assert.True((await portal.Regions.Disable("puglia", "Hub.Guides", false, TestContext.Current.CancellationToken)).Succeeded);

        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, await portal.Status(path));
            Assert.Equal(HttpStatusCode.OK, await portal.Status(path.Replace("/puglia", "/toscana", StringComparison.Ordinal)));
        }

        Assert.True((await portal.Regions.Enable("puglia", "Hub.Guides", TestContext.Current.CancellationToken)).Succeeded);
    }

    private async Task EverythingIsThere()
    {
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/puglia/pratiche"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status(Putignano));
        foreach (var path in new[] { "/puglia/", "/puglia/mappa", "/puglia" + Chapter, "/puglia/cerca?q=putignano", "/puglia/sitemap.xml" })
            Assert.Contains("/puglia/pratiche", await Html(path), StringComparison.Ordinal);
        Assert.NotNull((await portal.Page("/puglia" + Chapter)).GetElementById("esperienze"));
        Assert.Contains(Putignano, await Html("/pratiche"), StringComparison.Ordinal);
        Assert.NotEmpty(await PagesThatCallItSimilar());
    }

    /// <summary>The practices of other regions on whose pages the one from Putignano is shown.</summary>
    private async Task<List<string>> PagesThatCallItSimilar()
    {
        var list = await portal.Page("/pratiche");
        var others = list.QuerySelectorAll("main .summary-title a").Select(link => new Uri(link.GetAttribute("href")!).AbsolutePath).Where(path => path != Putignano);
        var found = new List<string>();
        foreach (var path in others)
        {
            if ((await Html(path)).Contains(Putignano, StringComparison.Ordinal))
                found.Add(path);
        }

        return found;
    }

    private async Task<string> Html(string path)
    {
        using var answer = await portal.Ask(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
