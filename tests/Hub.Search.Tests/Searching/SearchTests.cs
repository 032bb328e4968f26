using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Searching;

public sealed class SearchTests : IDisposable
{
    private static readonly Schema Schema = new(
        Analyzer.Italian,
        new TextField("title") { Weight = 2, Aliases = ["titolo"] },
        new TextField("body"),
        new KeywordField("type") { Aliases = ["tipo"] },
        new KeywordField("place") { Hierarchical = true },
        new NumberField("year") { Aliases = ["anno"] });

    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;
    private readonly Snapshot _snapshot;

    public SearchTests()
    {
        _writer = IndexWriter.Open(_folder.Path, Schema);
        Add("cop", "Co-progettazione dei servizi", "Il Comune avvia la co-progettazione con gli Enti del Terzo settore per i servizi agli anziani.", "pratica", "toscana/firenze", 2021);
        Add("pdz", "Piani di zona in Lombardia", "I piani di zona lombardi programmano gli interventi sociali degli ambiti.", "guida", "lombardia/milano", 2022);
        Add("art", "Articolo 55 del Codice del Terzo settore", "L'art. 55 del d.lgs. 117/2017 (CTS) disciplina co-programmazione e co-progettazione.", "norma", "nazionale", 2017);
        Add("ets", "Che cosa sono gli ETS", "Gli enti del Terzo settore (ETS) sono iscritti al RUNTS.", "guida", "nazionale", 2023);
        Add("citta", "La città che cura", "Perché la città si prende cura dei beni comuni: patto di collaborazione.", "pratica", "toscana/prato", 2019);
        Add("html", "Segni <b>strani</b>", "Un testo con <script>alert('anziani')</script> & altro.", "guida", "puglia", 2020);
        _snapshot = _writer.Refresh();
    }

    [Theory]
    [InlineData("coprogettazione", "cop")]
    [InlineData("co-progettazione", "cop")]
    [InlineData("co progettazione", "cop")]
    [InlineData("co progetazione", "cop")]
    [InlineData("art 55 cts", "art")]
    [InlineData("articolo 55", "art")]
    [InlineData("dlgs 117/2017", "art")]
    [InlineData("piani di zona lombardia", "pdz")]
    [InlineData("ETS", "ets")]
    [InlineData("citta", "citta")]
    [InlineData("ciità", "citta")]
    [InlineData("titolo:cura", "citta")]
    [InlineData("\"patto di collaborazione\"", "citta")]
    [InlineData("\"patto collaborazione\"~1", "citta")]
    [InlineData("lombar*", "pdz")]
    [InlineData("anno:2023", "ets")]
    [InlineData("tipo:norma", "art")]
    [InlineData("servizi -lombardi anziani", "cop")]
    [InlineData("settore AND runts", "ets")]
    [InlineData("colaborazzione~2", "citta")]
    public void WhatPeopleTypeFindsTheRightPageFirst(string typed, string expected) => Assert.Equal(expected, Keys(typed)[0]);

    [Theory]
    [InlineData("\"collaborazione di patto\"")]
    [InlineData("\"patto collaborazione\"")]
    [InlineData("xyzzyx")]
    [InlineData("+runts +lombardi")]
    [InlineData("anno:1990..2000")]
    public void WhatIsNotThereIsNotFound(string typed) => Assert.Empty(Keys(typed));

    [Fact]
    public void ExcludedWordsExclude() => Assert.DoesNotContain("pdz", Keys("servizi interventi -zona"));

    [Fact]
    public void TheExactFormRanksAboveTheFoldedOne()
    {
        Add("a", "Resti", "La meta del viaggio era vicina al mare.", "guida", "puglia", 2020);
        Add("b", "Resti", "La metà del viaggio era vicina al mare.", "guida", "puglia", 2020);
        var snapshot = _writer.Refresh();

        Assert.Equal("b", snapshot.Search(Request("metà") with { Ranking = null }).Hits[0].Key);
        Assert.Contains("b", snapshot.Search(Request("meta")).Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void SynonymsChangeWithoutTouchingTheIndex()
    {
        var synonyms = Synonyms.Parse("# acronimi\nodv, organizzazioni di volontariato\nspazio comune => beni comuni\n", Schema.Analyzer);
        var plain = new QueryParser(Schema).Parse("spazio comune");
        var wider = new QueryParser(Schema, synonyms).Parse("spazio comune");

        Assert.True(Score(wider, "citta") > Score(plain, "citta"));
    }

    [Fact]
    public void FacetsCountAsIfTheyWereNotFiltered()
    {
        var request = Request("settore servizi città interventi") with
        {
            Count = CountMode.Exact,
            Facets = [new Facet("type", "guida"), new Facet("place"), new Facet("place") { Under = "toscana" }],
        };

        var result = _snapshot.Search(request);

        Assert.Equal(2, result.Count);
        Assert.Equal(2, result.Facets[0].Values.Single(value => value.Value == "pratica").Count);
        Assert.Equal(["lombardia", "nazionale"], result.Facets[1].Values.Select(value => value.Value).Order(StringComparer.Ordinal));
        Assert.Empty(result.Facets[2].Values);
        var places = _snapshot.Search(request with { Facets = [new Facet("place") { Under = "toscana" }] }).Facets[0];
        Assert.Equal(["toscana/firenze", "toscana/prato"], places.Values.Select(value => value.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SelectionsAreOrWithinAFacetAndAndAcross()
    {
        var within = _snapshot.Search(new SearchRequest(new AllQuery()) { Count = CountMode.Exact, Facets = [new Facet("type", "pratica", "norma")] });
        var across = _snapshot.Search(new SearchRequest(new AllQuery()) { Count = CountMode.Exact, Facets = [new Facet("type", "pratica"), new Facet("place", "toscana")] });

        Assert.Equal(3, within.Count);
        Assert.Equal(2, across.Count);
    }

    [Theory]
    [InlineData(false, "art citta html cop pdz ets")]
    [InlineData(true, "ets pdz cop html citta art")]
    public void ResultsCanBeSortedAndPaged(bool descending, string expected)
    {
        var keys = new List<string>();
        Cursor? after = null;
        do
        {
            var page = _snapshot.Search(new SearchRequest(new AllQuery()) { Take = 2, Sort = new Sort("year", descending), After = after });
            keys.AddRange(page.Hits.Select(hit => hit.Key));
            after = page.Next;
        }
        while (after is not null && keys.Count < 20);

        Assert.Equal(expected, string.Join(' ', keys));
    }

    [Fact]
    public void RankedPagesGiveEveryDocumentOnce()
    {
        var keys = new List<string>();
        Cursor? after = null;
        do
        {
            var page = _snapshot.Search(Request("settore servizi città interventi anziani") with { Take = 1, After = after, Ranking = new Ranking { Candidates = 3 } });
            keys.AddRange(page.Hits.Select(hit => hit.Key));
            after = page.Next;
        }
        while (after is not null && keys.Count < 20);

        Assert.Equal(6, keys.Count);
        Assert.Equal(keys.Distinct(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void HighlightsAreSafeInHtml()
    {
        var result = _snapshot.Search(Request("anziani"));
        var html = result.Highlight(result.Hits.Single(hit => hit.Key == "html"), "body");

        Assert.Equal("Un testo con &lt;script&gt;alert(&#39;<mark>anziani</mark>&#39;)&lt;/script&gt; &amp; altro.", html);
    }

    [Fact]
    public void HighlightsMarkInflectionsAndStayShort()
    {
        Add("long", "Lungo", string.Concat(Enumerable.Repeat("parole di riempimento senza senso. ", 100)) + "Qui sta il progetto coprogettato. " + new string('x', 500), "guida", "puglia", 2020);
        var result = _writer.Refresh().Search(Request("progetti"));
        var html = result.Highlight(result.Hits.Single(hit => hit.Key == "long"), "body", 100)!;

        Assert.Contains("<mark>progetto</mark>", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 20, 140);
    }

    [Fact]
    public void CompletionForgivesAccentsAndASlip()
    {
        Assert.Contains("città", _snapshot.Complete("citt").Select(completion => completion.Text));
        Assert.Contains("la collaborazione", _snapshot.Complete("la colab").Select(completion => completion.Text));
        Assert.Contains("Piani di zona in Lombardia", _snapshot.Complete("piani di z", "title").Select(completion => completion.Text));
        Assert.Empty(_snapshot.Complete(""));
    }

    [Theory]
    [InlineData("colaborazione", "collaborazione")]
    [InlineData("patto di colaborazione con i cittadini", "patto di collaborazione con i cittadini")]
    [InlineData("intreventi sociali", "interventi sociali")]
    [InlineData("patto di collaborazione", null)]
    [InlineData("", null)]
    public void SuggestionsAreWholeWords(string typed, string? expected) => Assert.Equal(expected, _snapshot.Suggest(typed));

    [Fact]
    public void SimilarDocumentsShareWhatTellsThemApart()
    {
        var hit = _snapshot.Search(Request("art 55 cts")).Hits[0];

        Assert.Equal("cop", _snapshot.MoreLike(hit)[0].Key);
    }

    [Fact]
    public void AnExplanationAddsUpToTheSum()
    {
        var query = new QueryParser(Schema).Parse("servizi anziani");
        var hit = _snapshot.Search(new SearchRequest(query)).Hits[0];

        Assert.Equal(hit.Score, _snapshot.Explain(query, hit).Sum(part => part.Score), 0.0001f);
    }

    [Fact]
    public void RecentDocumentsCanBeLifted()
    {
        var ranking = new Ranking { Lifts = [new RecencyLift("year", 5, 2023, 1)] };

        Assert.Equal("ets", _snapshot.Search(Request("terzo settore") with { Ranking = ranking }).Hits[0].Key);
    }

    [Fact]
    public void FieldsCanBeReadBack()
    {
        var hit = _snapshot.Search(Request("\"patto di collaborazione\"")).Hits[0];

        Assert.Equal("La città che cura", hit.Text("title"));
        Assert.Equal(["toscana", "toscana/prato"], hit.Values("place"));
        Assert.Equal(2019, hit.Number("year"));
    }

    [Fact]
    public void WordsOfABeginningAreAllFound() =>
        Assert.Equal(["cop", "art"], _snapshot.Search(new SearchRequest(new PrefixQuery("title", "Co"))).Hits.Select(hit => hit.Key).Where(key => key is "cop" or "art"));

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private static SearchRequest Request(string typed) => new(new QueryParser(Schema).Parse(typed)) { Ranking = Ranking.Default };

    private List<string> Keys(string typed) => [.. _snapshot.Search(Request(typed)).Hits.Select(hit => hit.Key)];

    private float Score(Query query, string key) => _snapshot.Search(new SearchRequest(query)).Hits.FirstOrDefault(hit => hit.Key == key)?.Score ?? 0;

    private void Add(string key, string title, string body, string type, string place, long year) =>
        _writer.Add(new Document(key) { { "title", title }, { "body", body }, { "type", type }, { "place", place }, { "year", year } });
}
