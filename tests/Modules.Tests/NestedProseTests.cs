using Hub.Content.Prose;
using Modules.Tests.Fixtures;

namespace Modules.Tests;

public sealed class NestedProseTests
{
    private static readonly ProseText Text = new(
        """<h2 id="a">A</h2><p><a href="#b">b</a> <a href="/x#b">x</a> <span aria-describedby="t u">t</span></p><h3 id="b"><em>B</em></h3>""",
        [new ProseHeading(2, "a", "A"), new ProseHeading(3, "b", "B")]);

    [Fact]
    public void HeadingsStandOneLevelLower()
    {
        var nested = Text.Under();

        Assert.Equal(["h3", "h4"], Portal.Parsed(nested.Html).QuerySelectorAll("h2, h3, h4").Select(heading => heading.LocalName));
        Assert.Equal([3, 4], nested.Headings.Select(heading => heading.Level));
        Assert.Contains("<h4 id=\"b\"><em>B</em></h4>", nested.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void AnchorsAndWhatPointsToThemGoBehindThePrefix()
    {
        var nested = Text.Under("cap-");

        var page = Portal.Parsed(nested.Html);
        Assert.Equal(["cap-a", "cap-b"], page.QuerySelectorAll("[id]").Select(element => element.Id));
        Assert.Equal(["#cap-b", "/x#b"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("cap-t cap-u", page.QuerySelector("span")!.GetAttribute("aria-describedby"));
        Assert.Equal(["cap-a", "cap-b"], nested.Headings.Select(heading => heading.Id));
    }

    [Fact]
    public void WithoutAPrefixAnchorsStay() => Assert.Contains("href=\"#b\"", Text.Under().Html, StringComparison.Ordinal);
}
