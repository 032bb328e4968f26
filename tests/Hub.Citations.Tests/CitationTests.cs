namespace Hub.Citations.Tests;

public sealed class CitationTests
{
    [Fact]
    public void ACitationTellsItsParts()
    {
        var citation = Assert.Single(CitationFinder.Find("l'art. 5, comma 1, lettera a), del d.lgs. 3 luglio 2017, n. 117"));

        Assert.Equal(CitationKind.StateAct, citation.Kind);
        Assert.Equal(ActType.LegislativeDecree, citation.Act!.Type);
        Assert.Equal(("117", 2017, new DateOnly(2017, 7, 3)), (citation.Act.Number, citation.Act.Year, citation.Act.Date));
        Assert.Equal(new Partition { Article = "5", Comma = "1", Letter = "a" }, Assert.Single(citation.Partitions));
        Assert.Equal("Codice del Terzo settore", citation.Act.Name);
        Assert.Equal(2, citation.Start);
    }

    [Fact]
    public void TheAddressAtNormattivaStopsAtTheArticle()
    {
        var identifier = Assert.Single(CitationFinder.Find("art. 12, comma 1, della legge 241/1990"))!.Identifiers[0];

        Assert.Equal("urn:nir:stato:legge:1990-08-07;241~art12-com1", identifier.Value);
        Assert.Equal("https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1990-08-07;241~art12", identifier.Address!.OriginalString);
    }

    [Fact]
    public void AWholeActHasItsEuropeanLegislationIdentifier()
    {
        Assert.Equal("https://www.gazzettaufficiale.it/eli/id/2017/08/02/17G00128/sg", Eli("d.lgs. 117/2017"));
        Assert.Equal("http://data.europa.eu/eli/reg/2016/679/oj", Eli("regolamento (UE) 2016/679"));
        Assert.Equal("http://data.europa.eu/eli/reg_del/2019/980/oj", Eli("regolamento delegato (UE) 2019/980"));
        Assert.Equal("http://data.europa.eu/eli/dir/2014/24/oj", Eli("direttiva 2014/24/UE"));

        static string Eli(string text) => Assert.Single(CitationFinder.Find(text)[0].Identifiers, identifier => identifier.Scheme == IdentifierScheme.Eli).Value;
    }

    [Fact]
    public void AnActOfTheUnionIsReadAtEurLex() =>
        Assert.Equal("https://eur-lex.europa.eu/legal-content/IT/TXT/?uri=CELEX:32014L0024", CitationFinder.Find("direttiva 2014/24/UE")[0].Identifiers[0].Address!.OriginalString);

    [Fact]
    public void ADateGivenOnceHoldsForTheWholeText()
    {
        var citations = CitationFinder.Find("Il decreto legislativo 9 aprile 2003, n. 70 è in vigore.\n\nSi veda il d.lgs. 70/2003.");

        Assert.All(citations, citation => Assert.Equal("urn:nir:stato:decreto.legislativo:2003-04-09;70", citation.Identifiers[0].Value));
    }

    [Fact]
    public void AnUnknownActKeepsItsYear() =>
        Assert.Equal("urn:nir:stato:decreto.legislativo:2003;70", CitationFinder.Find("d.lgs. 70/2003")[0].Identifiers[0].Value);

    [Fact]
    public void ADecisionTellsItsParts()
    {
        var decision = CitationFinder.Find("TAR Lombardia, Brescia, ordinanza 3 marzo 2021, n. 250")[0].Decision!;

        Assert.Equal((Court.Tar, Ruling.Order, "TARBS", "250", 2021), (decision.Court, decision.Ruling, decision.Section, decision.Number, decision.Year));
    }

    [Fact]
    public void BackReferencesAreMarked()
    {
        var citations = CitationFinder.Find("Il d.lgs. 117/2017 e l'art. 3 del medesimo decreto");

        Assert.Equal([false, true], citations.Select(citation => citation.IsBackReference));
    }

    [Theory]
    [InlineData("l.r. Toscana 65/2020", CitationKind.RegionalAct)]
    [InlineData("D.M. 31 marzo 2021, n. 72", CitationKind.AdministrativeAct)]
    [InlineData("direttiva 2014/24/UE", CitationKind.EuropeanAct)]
    [InlineData("Corte cost. n. 131/2020", CitationKind.Decision)]
    [InlineData("art. 118 Cost.", CitationKind.StateAct)]
    public void EachSourceHasItsKind(string text, CitationKind kind) => Assert.Equal(kind, Assert.Single(CitationFinder.Find(text)).Kind);
}
