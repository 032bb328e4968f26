namespace Hub.Citations.Tests;

public sealed class BrokenLineTests
{
    [Theory]
    [InlineData("l'arti-\ncolo 55 del d.lgs. 117/2017")]
    [InlineData("l'articolo 55 del decreto legi-\r\n  slativo 3 luglio 2017, n. 117")]
    [InlineData("l'articolo 55 del decre-\nto legislativo n. 117 del 2017")]
    [InlineData("l'art. 55\ndel d.lgs. 117/2017")]
    public void AWordThatALineBreaksIsReadWhole(string text)
    {
        var citation = Assert.Single(CitationFinder.Find(text));

        Assert.Equal("urn:nir:stato:decreto.legislativo:2017-07-03;117~art55", citation.Identifiers[0].Value);
        Assert.Equal(text.Length, citation.End);
    }

    [Fact]
    public void TwoWordsThatALineEndPartsStayTwo()
    {
        var citations = CitationFinder.Find("il decreto-\nlegge 19 maggio 2020, n. 34");

        Assert.Equal("urn:nir:stato:decreto.legge:2020-05-19;34", Assert.Single(citations).Identifiers[0].Value);
    }

    [Theory]
    [InlineData("D.Lgs. 117/2017:\n• art. 4;\n• art. 55, comma 3;\n• artt. 56 e 57.")]
    [InlineData("D.Lgs. 117/2017\n- art. 4 (Enti)\n- art. 55 (Coinvolgimento)\n- artt. 56 e 57")]
    public void TheItemsOfAListAreOfTheActAboveIt(string text)
    {
        var articles = CitationFinder.Find(text).SelectMany(citation => citation.Partitions).Select(partition => partition.Article);

        Assert.Equal(["4", "55", "56", "57"], articles.Where(article => article is not null));
    }

    [Theory]
    [InlineData("| Norma | Tema |\n| d.lgs. 117/2017 | art. 55 | co-progettazione |")]
    [InlineData("| art. 55 | d.lgs. 117/2017 | co-progettazione |")]
    public void ACellAndTheNextAreReadTogether(string text) =>
        Assert.Equal("urn:nir:stato:decreto.legislativo:2017-07-03;117~art55", Assert.Single(CitationFinder.Find(text)).Identifiers[0].Value);
}
