namespace Hub.Citations.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<p>L'<b>art. 55</b> del <a href=\"/x?l=1/2000\">d.lgs. 117/2017</a></p>", "art. 55</b> del <a href=\"/x?l=1/2000\">d.lgs. 117/2017")]
    [InlineData("<p>dell&rsquo;articolo 12 della legge&nbsp;7 agosto 1990, n.&#160;241</p>", "articolo 12 della legge&nbsp;7 agosto 1990, n.&#160;241")]
    [InlineData("<script>var x = 'legge 1/2000';</script><p>legge 241/1990</p>", "legge 241/1990")]
    [InlineData("<!-- legge 1/2000 --><style>/* d.lgs. 2/2000 */</style>legge 241/1990", "legge 241/1990")]
    [InlineData("se 3 < 5 allora legge 241/1990", "legge 241/1990")]
    public void HtmlIsReadThroughItsTags(string html, string expected) =>
        Assert.Equal(expected, Assert.Single(CitationFinder.Find(html, new CitationOptions { Format = TextFormat.Html })).Text);

    [Fact]
    public void TwoParagraphsAreTwoTexts() =>
        Assert.Equal(["legge 241/1990"], CitationFinder.Find("<p>l'art. 5</p><p>legge 241/1990</p>", new CitationOptions { Format = TextFormat.Html }).Select(citation => citation.Text));

    [Theory]
    [InlineData("L'**art. 55** del *d.lgs. 117/2017*", "art. 55** del *d.lgs. 117/2017")]
    [InlineData("vedi [art. 55 del d.lgs. 117/2017](https://example.org/legge-1/2000)", "art. 55 del d.lgs. 117/2017")]
    [InlineData("`legge 1/2000` e legge 241/1990", "legge 241/1990")]
    [InlineData("```\nlegge 1/2000\n```\nlegge 241/1990", "legge 241/1990")]
    public void MarkdownIsReadThroughItsMarks(string markdown, string expected) =>
        Assert.Equal(expected, Assert.Single(CitationFinder.Find(markdown, new CitationOptions { Format = TextFormat.Markdown })).Text);
}
