using AngleSharp.Dom;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Glossary;

public sealed class GlossaryPageTests(Portal portal)
{
    [Fact]
    public async Task AtsMeansOneThingInLombardiaAndAnotherInPuglia()
    {
        Assert.Equal("Agenzia di tutela della salute", await Heading("/lombardia/glossario/ats"));
        Assert.Equal("Ambito territoriale sociale", await Heading("/puglia/glossario/ats"));
        Assert.Equal("ATS", await Heading("/toscana/glossario/ats"));
    }

    [Fact]
    public async Task EachMeaningIsShownBesideTheOther()
    {
        var page = await portal.Page("/lombardia/glossario/ats");

        var elsewhere = page.QuerySelector("section[aria-labelledby=altrove]")!;
        Assert.Contains("Ambito territoriale sociale In Puglia, insieme di Comuni", Portal.Words(elsewhere), StringComparison.Ordinal);
        var paths = elsewhere.QuerySelectorAll("dt a").Select(link => new Uri(link.GetAttribute("href")!).AbsolutePath);
        Assert.Equal(["/puglia/glossario/ats", "/glossario/ats"], paths);
    }

    [Fact]
    public async Task TheMeaningInATextIsTheRegionsOwn()
    {
        Assert.Contains("ente del servizio sanitario regionale", await Meaning("/lombardia/", "glossario/ats"), StringComparison.Ordinal);
        Assert.Contains("insieme di Comuni", await Meaning("/puglia/", "glossario/ats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListHasEveryEntryUnderItsLetter()
    {
        var page = await portal.Page("/puglia/glossario");

        var entries = page.QuerySelectorAll("dl.glossary > dt").Select(Portal.Words).ToList();
        Assert.True(entries.Count >= 60, $"Only {entries.Count} entries.");
        Assert.Equal("Ambito territoriale sociale", Portal.Words(page.GetElementById("ats")!));
        var letter = page.GetElementById("lettera-a")!;
        Assert.Contains("Ambito territoriale sociale", Portal.Words(letter.NextElementSibling!), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".letters a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Contains("In Lombardia: Agenzia di tutela della salute", Portal.Words(page.GetElementById("ats")!.NextElementSibling!), StringComparison.Ordinal);
        Assert.Contains("Voce propria: Puglia", Portal.Words(page.GetElementById("ats")!.NextElementSibling!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheGlossaryCanBeSearched()
    {
        var page = await portal.Page("/glossario?q=runts");

        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/glossario/runts");
        Assert.Empty(page.QuerySelectorAll(".letters"));
    }

    [Fact]
    public async Task EveryMarkedTermIsALinkWithItsMeaningBesideItInAParagraphOrListItem()
    {
        var boxes = (await portal.Walk.Pages()).SelectMany(page => page.Document.QuerySelectorAll(".term-box:not(.norm-box)")).ToList();

        Assert.True(boxes.Count > 1000, $"Only {boxes.Count} terms are marked.");
        Assert.All(boxes, box =>
        {
            Assert.Contains(box.ParentElement!.LocalName, new[] { "p", "li", "dd" });
            Assert.Equal(["term", "term-meaning"], box.Children.Select(child => child.ClassName));
            Assert.Equal("tooltip", box.Children[1].GetAttribute("role"));
            Assert.Equal(box.Children[1].Id, box.Children[0].GetAttribute("aria-describedby"));
            Assert.Null(box.ParentElement.Closest("a, h1, h2, h3, h4, blockquote, td, th"));
        });
    }

    [Fact]
    public async Task ATermIsMarkedOnceInATextAndNeverOnItsOwnPage()
    {
        foreach (var page in await portal.Walk.Pages())
        {
            Assert.All(page.Document.QuerySelectorAll(".prose"), text =>
                Assert.All(text.QuerySelectorAll("a.term").GroupBy(link => link.GetAttribute("aria-describedby")), same => Assert.Single(same)));
            if (page.Path.Contains("/glossario/", StringComparison.Ordinal))
                Assert.DoesNotContain(page.Document.QuerySelectorAll("a.term"), link => link.GetAttribute("href") == page.Path);
        }
    }

    private async Task<string> Heading(string path) => Portal.Words((await portal.Page(path)).QuerySelector("h1")!);

    private async Task<string> Meaning(string region, string entry)
    {
        var marked = (await portal.Walk.Pages())
            .Where(page => page.Path.StartsWith(region, StringComparison.Ordinal))
            .SelectMany(page => page.Document.QuerySelectorAll($"a.term[href='{region}{entry}']"));
        return Portal.Words(marked.First().NextElementSibling!);
    }
}
