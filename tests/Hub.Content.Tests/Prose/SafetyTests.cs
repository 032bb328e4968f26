using AngleSharp.Html.Parser;
using Hub.Content.Prose;
using Hub.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Prose;

public sealed class SafetyTests() : OnDatabase(false)
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3",
        "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "li", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub", "sup", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "href", "title", "rel", "src", "alt", "width", "height", "loading", "type", "checked", "disabled", "start", "colspan", "rowspan", "scope", "id",
        "class", "lang", "data-definition", "tabindex", "role", "aria-label",
    };

    [Theory]
    [InlineData("www.comune.bibbiena.ar.it/avviso", true)]
    [InlineData("regione.toscana.it", true)]
    [InlineData("pratiche/mappafondo", false)]
    [InlineData("/media/abc/avviso.pdf", false)]
    [InlineData("https://www.regione.toscana.it", false)]
    [InlineData("mailto:ufficio@example.org", false)]
    [InlineData("#sezione", false)]
    [InlineData("?q=a.b", false)]
    [InlineData("..", false)]
    public void AnAddressCopiedWithoutItsSchemeIsKnown(string address, bool expected) => Assert.Equal(expected, SafeAddress.IsHost(address));

    [Fact]
    public void AtLeastNinetyVectorsAreTried() => Assert.True(XssVectors.All.Count >= 90, $"{XssVectors.All.Count}");

    [Fact]
    public void NoVectorComesThroughTheSanitizer()
    {
        foreach (var vector in XssVectors.All)
        {
            AssertHarmless(Sanitizer.Clean(vector), vector);
            AssertHarmless(Sanitizer.Clean($"<p>prima {vector} dopo</p>"), vector);
            AssertHarmless(Sanitizer.Clean($"<table><tr><td><p><a href=\"/x\">{vector}"), vector);
        }
    }

    [Fact]
    public void CleaningTwiceIsTheSameAsCleaningOnce()
    {
        foreach (var vector in XssVectors.All)
        {
            var once = Sanitizer.Clean(vector);

            Assert.Equal(once, Sanitizer.Clean(once));
        }
    }

    [Fact]
    public async Task NoVectorComesThroughMarkdown()
    {
        foreach (var vector in XssVectors.All)
        {
            AssertHarmless(await Render(vector), vector);
            AssertHarmless(await Render($"# {vector}\n\n> - {vector}\n\n| a |\n|---|\n| {vector} |\n\n[^1]: {vector}\n\nx[^1]"), vector);
            AssertHarmless(await Render($"[x]({vector})\n\n![x]({vector})\n\n<{vector}>\n\n[y]: {vector}\n\n[y]\n\n*[HTML]: {vector}\n\nHTML"), vector);
        }
    }

    [Fact]
    public async Task NoUnsafeAddressComesThroughLinksAndPictures()
    {
        foreach (var address in XssVectors.Addresses)
        {
            AssertHarmless(await Render($"[testo]({address}) ![immagine]({address})\n\n[rimando]\n\n[rimando]: {address}\n\n<{address}>"), address);
        }
    }

    [Fact]
    public void ClassesAndIdsFromOutsideDoNotPass() =>
        Assert.Equal("<p>x</p>", Sanitizer.Clean("<p id=\"main\" class=\"modal fixed-top\">x</p>"));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<x>")]
    [InlineData("<b><p>")]
    [InlineData("<a href=x>")]
    [InlineData("<font color=red><p>")]
    public void DeeplyNestedHtmlIsDoneInFiveSeconds(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 1_000_000 / tag.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var clean = Sanitizer.Clean(html);

        TestContext.Current.SendDiagnosticMessage($"{tag}: {watch.ElapsedMilliseconds} ms, {clean.Length}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static void AssertHarmless(string html, string vector)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{html}");
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.True(Elements.Contains(element.LocalName) && element.NamespaceUri == "http://www.w3.org/1999/xhtml", $"{element.LocalName} in {html} from {vector}");
            foreach (var attribute in element.Attributes)
                Assert.True(Attributes.Contains(attribute.Name), $"{attribute.Name} in {html} from {vector}");
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") })
                Assert.True(address is null || IsHarmless(address), $"{address} in {html} from {vector}");
        }

        Assert.Empty(document.Head!.Children);
    }

    /// <summary>As a browser reads it: blanks at the edges, tabs and line breaks anywhere are dropped.</summary>
    private static bool IsHarmless(string address)
    {
        var read = new string([.. address.Where(c => c is not ('\t' or '\n' or '\r'))]).Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        if (read.StartsWith("//", StringComparison.Ordinal) || read.Contains('\\', StringComparison.Ordinal))
            return false;
        return !Uri.TryCreate(read, UriKind.Absolute, out var uri) || read.StartsWith('/') || uri.Scheme is "http" or "https" or "mailto" or "tel";
    }

    private async Task<string> Render(string markdown) => (await Hub.In(Hub.Toscana, async scope =>
        await scope.GetRequiredService<ProseRenderer>().Render(Hub.Toscana, markdown, Guid.NewGuid().ToString()))).Html;
}
