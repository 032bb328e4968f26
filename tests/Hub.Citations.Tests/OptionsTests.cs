namespace Hub.Citations.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void TheRegionInHandComesFirstButSettlesNothing()
    {
        var citation = Assert.Single(CitationFinder.Find("LR 3/2023", new CitationOptions { Region = Region.Find("puglia") }));

        Assert.True(citation.Ambiguous);
        Assert.Empty(citation.Identifiers);
        Assert.Equal("urn:nir:regione.puglia:legge:2023;3", Assert.Single(citation.Preferred).Value);
        Assert.Equal(20, citation.Candidates.Count);
        Assert.Contains(citation.Candidates, candidate => candidate.Value == "urn:nir:regione.emilia.romagna:legge:2023-04-13;3");
    }

    [Fact]
    public void WithoutARegionNothingIsPreferred()
    {
        var citation = Assert.Single(CitationFinder.Find("LR 12/1998"));

        Assert.True(citation.Ambiguous);
        Assert.Empty(citation.Preferred);
    }

    [Fact]
    public void ARegionNamedBeforeIsPreferred()
    {
        var citation = CitationFinder.Find("La Regione Umbria applica la l.r. 2/2019.")[0];

        Assert.Equal("urn:nir:regione.umbria:legge:2019-04-11;2", citation.Preferred[0].Value);
    }

    [Theory]
    [InlineData(2010, "2006-04-12;163")]
    [InlineData(2018, "2016-04-18;50")]
    [InlineData(2024, "2023-03-31;36")]
    public void TheYearOfTheTextChoosesTheEditionOfACode(int year, string edition)
    {
        var citation = Assert.Single(CitationFinder.Find("art. 4 del codice dei contratti pubblici", new CitationOptions { WrittenOn = new DateOnly(year, 6, 1) }));

        Assert.False(citation.Ambiguous);
        Assert.Equal($"urn:nir:stato:decreto.legislativo:{edition}~art4", citation.Identifiers[0].Value);
    }

    [Fact]
    public void AnEditionCitedInTheTextIsTheOneMeantLater()
    {
        var citations = CitationFinder.Find("Il d.lgs. 50/2016 è abrogato. L'art. 36 del codice dei contratti pubblici resta per le gare avviate.");

        Assert.Equal("urn:nir:stato:decreto.legislativo:2016-04-18;50~art36", citations[1].Identifiers[0].Value);
    }

    [Fact]
    public void TheDayOfReadingTellsTheFuture()
    {
        var past = new CitationOptions { Today = new DateOnly(2020, 1, 1) };

        Assert.Equal([CitationProblem.InTheFuture], Assert.Single(CitationFinder.Find("legge n. 12/2021", past)).Problems);
        Assert.Empty(Assert.Single(CitationFinder.Find("legge n. 12/2019", past)).Problems);
    }

    [Theory]
    [InlineData("L'articolo 55 apre la porta agli enti.", "117~art55")]
    [InlineData("Il comma 3 dell'articolo 55 riguarda i progetti.", "117~art55-com3")]
    [InlineData("Gli articoli 55 e 56 vanno letti insieme.", "117~art55 117~art56")]
    [InlineData("L'articolo 57 del Codice vale per le ambulanze.", "117~art57")]
    [InlineData("Il Codice dei contratti pubblici, d.lgs. 36/2023, resta fuori. L'articolo 57 del Codice vale per le ambulanze.", "36 36 117~art57")]
    [InlineData("L'articolo 9 del regolamento comunale non c'entra.", "")]
    [InlineData("L'articolo 6 è di due leggi.", "")]
    [InlineData("L'articolo 99 non è di nessuna.", "")]
    [InlineData("L'articolo 55 della legge 241/1990 non è quello.", "241")]
    public void ADeclaredArticleIsMeantWhereTheTextNamesNoAct(string text, string expected)
    {
        var options = new CitationOptions
        {
            Declared =
            [
                "urn:nir:stato:decreto.legislativo:2017-07-03;117~art55", "urn:nir:stato:decreto.legislativo:2017-07-03;117~art56", "urn:nir:stato:decreto.legislativo:2017-07-03;117~art57",
                "urn:nir:stato:decreto.legislativo:2017-07-03;117~art6", "urn:nir:stato:decreto.legislativo:2023-03-31;36~art6", "nonsense", "urn:nir:", "CELEX:",
            ],
        };

        var found = CitationFinder.Find(text, options).SelectMany(citation => citation.Identifiers).Where(name => name.Scheme == IdentifierScheme.Nir).Select(name => name.Value.Split(';')[1]);

        Assert.Equal(expected, string.Join(' ', found));
    }
}
