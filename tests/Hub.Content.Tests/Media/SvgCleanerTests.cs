using System.Text;
using Hub.Content.Media.Images;

namespace Hub.Content.Tests.Media;

public class SvgCleanerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<circle r=\"1\" onload=\"alert(1)\"/>", "onload")]
    [InlineData("<circle r=\"1\" ONCLICK=\"alert(1)\"/>", "ONCLICK")]
    [InlineData("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>ciao</p></body></foreignObject>", "foreignObject")]
    [InlineData("<a href=\"javascript:alert(1)\"><text>x</text></a>", "javascript")]
    [InlineData("<a xlink:href=\"https://example.org\"><text>x</text></a>", "example.org")]
    [InlineData("<image href=\"https://example.org/a.png\"/>", "example.org")]
    [InlineData("<image href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>", "svg+xml")]
    [InlineData("<image href=\"data:text/html,x\"/>", "text/html")]
    [InlineData("<use href=\"https://example.org/a.svg#b\"/>", "example.org")]
    [InlineData("<use xlink:href=\"data:image/png;base64,AAAA\"/>", "data:")]
    [InlineData("<style>@import url(https://example.org/a.css)</style>", "example.org")]
    [InlineData("<style>rect{fill:url(//example.org/x)}</style>", "example.org")]
    [InlineData("<style>rect{fill:u\\72l(//example.org/x)}</style>", "example.org")]
    [InlineData("<rect style=\"fill:url('https://example.org/x')\"/>", "example.org")]
    [InlineData("<rect fill=\"url( https://example.org/x )\"/>", "example.org")]
    [InlineData("<rect style=\"behavior:expression(alert(1))\"/>", "expression")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", "javascript")]
    [InlineData("<animate attributeName=\"x\" values=\"1\"/>", "animate")]
    [InlineData("<iframe src=\"https://example.org\"/>", "iframe")]
    [InlineData("<metadata>segreto</metadata>", "segreto")]
    [InlineData("<x:rect xmlns:x=\"https://example.org/x\"/>", "example.org")]
    public void WhatRunsOrFetchesIsTakenOut(string inside, string gone)
    {
        var clean = Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 20\">{inside}<rect width=\"1\"/></svg>");

        Assert.DoesNotContain(gone, clean, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<rect", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDrawsStays()
    {
        const string Drawing = """
            <svg width="120px" height="60" xmlns="http://www.w3.org/2000/svg"><title>Un tavolo</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff" /></linearGradient><circle id="c" r="2" /></defs><style>.a{fill:url(#g)}</style><path class="a" d="M0 0L1 1" /><use href="#c" x="3" /><image href="data:image/png;base64,AAAA" /></svg>
            """;

        Assert.Equal(Drawing.Trim(), Clean(Drawing));
        Assert.Equal((120, 60), SizeOf(Drawing));
    }

    [Fact]
    public void AUseOfAUseIsTakenOut()
    {
        var clean = Clean("""
            <svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/></g><rect id="c"/><use href="#a"/></svg>
            """);

        Assert.DoesNotContain("href=\"#b\"", clean, StringComparison.Ordinal);
        Assert.Contains("href=\"#a\"", clean, StringComparison.Ordinal); // what stood in it is gone
        Assert.Contains("href=\"#c\"", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("<svg/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&c;</text></svg>")]
    [InlineData("")]
    public void WhatIsNoDrawingIsRefused(string text) => Assert.Throws<InvalidDataException>(() => Clean(text));

    [Fact]
    public void DepthAndCountAreBounded()
    {
        Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{string.Concat(Enumerable.Repeat("<g>", 5000))}"));
        Assert.Throws<InvalidDataException>(() => Clean($"<svg xmlns=\"http://www.w3.org/2000/svg\">{string.Concat(Enumerable.Repeat("<g/>", 60_000))}</svg>"));
    }

    [Fact]
    public void ADocumentTypeIsPassedOverAndNothingIsFetched() =>
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect /></svg>", Clean("""
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:9/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg"><!-- Inkscape --><rect/></svg>
            """));

    [Fact]
    public void CleaningTwiceGivesTheSame()
    {
        var once = Clean("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a &lt; b\n c</text><script>x</script><path d=\"M0 0\"/></svg>");

        Assert.Equal(once, Clean(once));
    }

    private static string Clean(string text) => Encoding.UTF8.GetString(SvgCleaner.Clean(new MemoryStream(Encoding.UTF8.GetBytes(text))).Clean);

    private static (int, int) SizeOf(string text)
    {
        var (_, width, height) = SvgCleaner.Clean(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return (width, height);
    }
}
