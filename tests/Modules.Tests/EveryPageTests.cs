using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Modules.Tests.Fixtures;

namespace Modules.Tests;

public sealed partial class EveryPageTests(Portal portal)
{
    [Fact]
    public void TheWholeContentIsImported() => 
        Assert.DoesNotContain(portal.Said, line => line.Contains(".md", StringComparison.Ordinal) || line.Contains(".yml", StringComparison.Ordinal));

    [Fact]
    public async Task EveryPageOfEveryRegionAnswers()
    {
        var pages = await portal.Walk.Pages();

        Assert.True(pages.Count > 400, $"Only {pages.Count} pages were found.");
        Assert.Empty(pages.Where(page => page.Status != HttpStatusCode.OK).Select(page => $"{page.Path} {page.Status}"));
    }

    [Fact]
    public async Task EveryPageHasOneMainHeadingAndNoEmptyOne()
    {
        var pages = await portal.Walk.Pages();

        Assert.Empty(pages.Where(page => page.Document.QuerySelectorAll("h1").Length != 1).Select(page => page.Path));
        Assert.Empty(
            from page in pages
            from heading in page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6")
            where Portal.Words(heading).Length == 0
            select $"{page.Path}: {heading.OuterHtml}");
    }

    [Fact]
    public async Task NoTwoElementsOfAPageShareAnId()
    {
        var pages = await portal.Walk.Pages();

        Assert.Empty(
            from page in pages
            from same in page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id)
            where same.Count() > 1
            select $"{page.Path}#{same.Key}");
    }

    [Fact]
    public async Task EveryAnchorAndDescriptionLeadsToAnElement()
    {
        var pages = await portal.Walk.Pages();

        Assert.Empty(
            from page in pages
            from element in page.Document.QuerySelectorAll("a[href^='#'], [aria-describedby], [aria-labelledby]")
            from id in (element.GetAttribute("aria-describedby") + " " + element.GetAttribute("aria-labelledby") + " " + AnchorOf(element)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where page.Document.GetElementById(Uri.UnescapeDataString(id)) is null
            select $"{page.Path} {id}");
    }

    [Fact]
    public async Task EveryLinkWithinTheHubLeadsSomewhere()
    {
        var links =
            from page in await portal.Walk.Pages()
            from link in page.Document.QuerySelectorAll("a[href]")
            let address = link.GetAttribute("href")!.Split('#')[0].Replace(portal.Address, "", StringComparison.Ordinal)
            where address.StartsWith('/')
            group page.Path by address;
        var known = (await portal.Walk.Pages()).Select(page => page.Path).ToHashSet(StringComparer.Ordinal);
        var broken = new List<string>();

        foreach (var link in links.Where(link => !known.Contains(link.Key)))
        {
            if (await portal.Status(link.Key) is not (HttpStatusCode.OK or HttpStatusCode.MovedPermanently or HttpStatusCode.Found))
                broken.Add($"{link.Key} on {link.First()}");
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task NoPageShowsTheKeyOfATextInsteadOfTheText()
    {
        var keys = ViewTextTests.Keys().Select(key => key.Key).Where(key => key.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(keys);
        Assert.Empty(
            from page in await portal.Walk.Pages()
            let words = Words().Matches(page.Document.DocumentElement.TextContent).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
            from key in keys
            where words.Contains(key)
            select $"{page.Path}: {key}");
    }

    private static string AnchorOf(IElement element) =>
        element.GetAttribute("href") is ['#', .. var anchor] ? anchor : "";

    [GeneratedRegex(@"[A-Za-z0-9.]+\.[A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
