using Hub.Content.Fields;
using Hub.Content.Prose;
using Hub.Content.Tests.Support;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Prose;

public sealed class MarkdownTests() : OnDatabase(false)
{
    [Fact]
    public async Task HeadingsHaveAnchorsOfTheirOwn()
    {
        var prose = await Render("# Fasi\n\n## Perché così\n\n## Perché così\n\n### \n");

        Assert.Equal(["2 fasi Fasi", "2 perché-così Perché così", "2 perché-così-1 Perché così"],
            prose.Headings.Where(heading => heading.Text.Length > 0).Select(heading => $"{heading.Level} {heading.Id} {heading.Text}"));
    }

    [Theory]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |", "<table class=\"table\">")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |", "class=\"text-end\"")]
    [InlineData("Testo[^1]\n\n[^1]: Nota", "id=\"fn:1\"")]
    [InlineData("*[CTS]: Codice del Terzo settore\n\nIl CTS", "<abbr title=\"Codice del Terzo settore\">CTS</abbr>")]
    [InlineData("- [x] fatto\n- [ ] da fare", "type=\"checkbox\" checked")]
    [InlineData("![Un tavolo](media/tavolo.jpg \"Il tavolo\")", "<figcaption>Il tavolo</figcaption>")]
    [InlineData("![Un tavolo](media/tavolo.jpg)", "src=\"/toscana/media/tavolo.jpg\" alt=\"Un tavolo\"")]
    [InlineData("![Fuori](https://example.it/x.png)", "<p></p>")]
    [InlineData("[Pratiche](/pratiche)", "<a href=\"/toscana/pratiche\">Pratiche</a>")]
    [InlineData("[Fuori](https://example.it)", "<a href=\"https://example.it\" rel=\"noopener\">Fuori</a>")]
    [InlineData("a <b>grassetto</b> <!-- no -->", "&lt;b&gt;grassetto&lt;/b&gt;")]
    public async Task MarkdownBecomes(string markdown, string html) =>
        Assert.Contains(html, (await Render(markdown)).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("*a **b ")]
    [InlineData("_a_ ")]
    [InlineData("`")]
    [InlineData("` ``")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("&")]
    [InlineData("[^1]")]
    [InlineData("| ")]
    [InlineData("a | b\n")]
    [InlineData("|a\n-\n")]
    [InlineData("\\")]
    [InlineData("# a\n")]
    [InlineData("[a]: b\n")]
    [InlineData("a\n: b\n\n")]
    [InlineData("*[A]: b\n")]
    [InlineData("~~a ")]
    [InlineData("<!--")]
    [InlineData("a](b")]
    [InlineData("- a\n  ")]
    public async Task AsMuchOfItAsATextMayHoldIsReadOrRefusedInFiveSeconds(string part)
    {
        var markdown = string.Concat(Enumerable.Repeat(part, MarkdownKind.MaxLength / part.Length));
        var field = new FieldDefinition { Name = "text", KindId = "markdown" };
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var reading = new FieldReading(new VocabularySet([]), _ => null);
        var read = field.Kind.Read(markdown, field, reading);
        var readTime = watch.Elapsed;
        if (read is not null)
            await Render(markdown);

        TestContext.Current.SendDiagnosticMessage($"{part.Trim()}: read {readTime.TotalMilliseconds:F0} ms, {(read is null ? "refused" : $"shown {(watch.Elapsed - readTime).TotalMilliseconds:F0} ms")}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private Task<ProseText> Render(string markdown) => Hub.In(Hub.Toscana, async scope =>
        await scope.GetRequiredService<ProseRenderer>().Render(Hub.Toscana, markdown, Guid.NewGuid().ToString()));
}
