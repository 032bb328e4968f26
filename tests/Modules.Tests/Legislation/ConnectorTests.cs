using System.Text;
using Hub.Legislation.Sources;

namespace Modules.Tests.Legislation;

public sealed class ConnectorTests
{
    private static readonly SourceSettings Source = new() { Name = "Bollettino", Kind = "feed", Address = "https://bollettino.esempio.it/novita", Query = "ul.news li" };

    [Fact]
    public void AtomEntriesComeWithPlainWordsAndSafeAddresses()
    {
        var entries = Read(new FeedConnector(), SourceServer.Feed);

        Assert.Equal(new SourceEntry("urn:1", "Legge regionale 1/2026", "Nuove regole", new Uri("https://bollettino.esempio.it/leggi/1"), new DateOnly(2026, 11, 1)), entries[0]);
        Assert.Equal((2, null), (entries.Count, entries[1].Address));
    }

    [Fact]
    public void RssItemsComeToo()
    {
        var entry = Assert.Single(Read(new FeedConnector(), "<rss><channel><item><title>Avviso</title><link>https://a.it/x</link><guid>g</guid><description>Testo</description><pubDate>Sun, 01 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>"));

        Assert.Equal(new SourceEntry("g", "Avviso", "Testo", new Uri("https://a.it/x"), new DateOnly(2026, 11, 1)), entry);
    }

    [Fact]
    public void APageIsReadByItsSelector()
    {
        var entries = Read(new HtmlConnector(), "<ul class=news><li><time datetime='2026-10-05T10:00'>5 ottobre</time> <a href='/atto?id=1'>Legge <b>nuova</b></a><script>alert(1)</script></li><li>Senza link</li></ul><li>altro</li>");

        Assert.Equal(new SourceEntry("https://bollettino.esempio.it/atto?id=1", "Legge nuova", "", new Uri("https://bollettino.esempio.it/atto?id=1"), new DateOnly(2026, 10, 5)), entries[0]);
        Assert.Equal((2, "Senza link"), (entries.Count, entries[1].Key));
    }

    [Fact]
    public void NormattivasAnswerIsReadAsItIsDocumented()
    {
        var connector = new NormattivaConnector();
        var request = connector.Ask(new SourceSettings { Kind = "normattiva", Query = "terzo settore" })!;
        Assert.Equal("api.normattiva.it", request.Address.Host);
        Assert.Contains("\"testoRicerca\":\"terzo settore\"", request.Body, StringComparison.Ordinal);

        var entry = Assert.Single(Read(connector, """{"listaAtti":[{"numeroProvvedimento":"4","annoProvvedimento":"2004","denominazioneAtto":"LEGGE","dataGU":"2004-01-17","codiceRedazionale":"004G0015","titoloAtto":"Disposizioni","descrizioneAtto":"LEGGE 9 gennaio 2004, n. 4"},{"codiceRedazionale":"<x>"},7],"facetMap":{}}"""));

        Assert.Equal(("004G0015 2004-01-17", "LEGGE 9 gennaio 2004, n. 4", new DateOnly(2004, 1, 17)), (entry.Key, entry.Title, entry.Date));
        Assert.EndsWith("atto.dataPubblicazioneGazzetta=2004-01-17&atto.codiceRedazionale=004G0015", entry.Address!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As the service's documentation shows it: numbers beside the list, titles in brackets, further members.</summary>
    [Fact]
    public void TheDocumentedPageOfNormattivaIsReadWhole()
    {
        var entries = Read(new NormattivaConnector(), """
            {"listaAtti":[
              {"numeroAtto":"12","numeroAttoAlfanumerico":"12","dataGU":"2025-02-18","codiceRedazionale":"25G00020","titoloAtto":"[Disposizioni  integrative  e  correttive]","denominazioneAtto":"DECRETO LEGISLATIVO","descrizioneAtto":"DECRETO LEGISLATIVO 12 febbraio 2025, n. 12","sottoArticoli":null},
              {"numeroAtto":"1","dataGU":null,"codiceRedazionale":"042U0262","titoloAtto":null,"descrizioneAtto":"REGIO DECRETO 16 marzo 1942, n. 262"}],
             "facetMap":{"anno_provvedimento":[{"codice":"2025","valore":13,"descrizione":"2025"}]},"numeroPagine":2045,"numeroAttiTrovati":4090,"paginaCorrente":1}
            """);

        Assert.Equal(
            [("DECRETO LEGISLATIVO 12 febbraio 2025, n. 12", "Disposizioni integrative e correttive", true), ("REGIO DECRETO 16 marzo 1942, n. 262", "", false)],
            entries.Select(entry => (entry.Title, entry.Summary, entry.Address is not null)));
    }

    [Theory]
    [InlineData("""{"listaAtti":[],"facetMap":{},"numeroPagine":0,"numeroAttiTrovati":0,"paginaCorrente":1}""")]
    [InlineData("""{"listaAtti":null,"numeroAttiTrovati":0}""")]
    [InlineData("""{"numeroAttiTrovati":0}""")]
    public void AQueryThatFindsNothingIsNoError(string answer) => Assert.Empty(Read(new NormattivaConnector(), answer));

    [Fact]
    public void WhyNormattivaRefusesIsTold()
    {
        var error = Assert.Throws<FormatException>(() => Read(new NormattivaConnector(), """{"code":"400","message":"paginazione obbligatoria"}"""));

        Assert.Contains("paginazione obbligatoria", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<feed>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feed>&x;</feed>")]
    [InlineData("{\"listaAtti\":3}")]
    [InlineData("[1")]
    [InlineData("\0\u0001")]
    public void WhatCannotBeReadIsAFormatException(string answer)
    {
        Assert.ThrowsAny<FormatException>(() => Read(new FeedConnector(), answer));
        Assert.ThrowsAny<FormatException>(() => Read(new NormattivaConnector(), answer));
        Assert.Empty(Read(new HtmlConnector(), answer));
    }

    [Fact]
    public void AbsurdAnswersAreRefusedQuickly()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 50_000));

        Assert.ThrowsAny<FormatException>(() => Read(new FeedConnector(), $"<feed>{deep}"));
        Assert.ThrowsAny<FormatException>(() => Read(new HtmlConnector(), deep));
        Assert.ThrowsAny<FormatException>(() => new HtmlConnector().Read(Source with { Query = "li[" }, Encoding.UTF8.GetBytes("<li>a</li>")));
        Assert.ThrowsAny<FormatException>(() => Read(new NormattivaConnector(), new string('[', 100_000)));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.it/")]
    [InlineData("https://utente:segreto@a.it/")]
    [InlineData("novita")]
    [InlineData("")]
    public void OnlyAddressesOfTheWebAreAsked(string address)
    {
        Assert.Null(new FeedConnector().Ask(Source with { Address = address }));
        Assert.Null(new HtmlConnector().Ask(Source with { Address = address }));
    }

    private static IReadOnlyList<SourceEntry> Read(ISourceConnector connector, string answer) => connector.Read(Source, Encoding.UTF8.GetBytes(answer));
}
