using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Queries;

public sealed class QueryStructureTests : IDisposable
{
    private static readonly Schema Schema = new(
        Analyzer.Italian,
        new TextField("title") { Aliases = ["titolo"] },
        new TextField("body"),
        new KeywordField("type") { Aliases = ["tipo"] },
        new KeywordField("date") { Aliases = ["data"] },
        new NumberField("year") { Aliases = ["anno"] },
        new NumberField("deadline") { Aliases = ["scadenza"], Unit = NumberUnit.Days },
        new NumberField("changed") { Unit = NumberUnit.Seconds });

    private static readonly string[] Words = ["alloro", "betulla", "cipresso", "faggio", "larice", "quercia"];

    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;

    public QueryStructureTests() => _writer = IndexWriter.Open(_folder.Path, Schema);

    [Theory]
    [InlineData("bando AND patto", "ab")]
    [InlineData("\"bando pubblico\" OR patto", "a,ab,b")]
    [InlineData("tipo:guida OR tipo:norma", "a,b")]
    [InlineData("tipo:guida o tipo:norma", "a,b")]
    [InlineData("tipo:(guida OR norma)", "a,b")]
    [InlineData("(tipo:guida OR tipo:norma) AND patto", "b")]
    [InlineData("bando AND NOT patto", "a")]
    [InlineData("bando AND NOT (patto OR albero)", "a")]
    [InlineData("patto -(bando albero)", "b")]
    [InlineData("bando AND patto OR albero", "ab,c")]
    [InlineData("titolo:(bando patto)", "")]
    [InlineData("+(albero OR patto) bando", "ab,b,c")]
    [InlineData("((((((((((((((bando))))))))))))))", "a,ab")]
    [InlineData("NOT bando", "b,c")]
    [InlineData("bando)) ((AND", "a,ab")]
    [InlineData("anno:2020..2021", "a,b")]
    [InlineData("anno:>2021", "ab,c")]
    [InlineData("anno:<=2020", "a")]
    [InlineData("scadenza:2024-03", "a")]
    [InlineData("scadenza:15/3/2024..", "a,b")]
    [InlineData("scadenza:2025", "b")]
    [InlineData("scadenza:<2024-03-15", "c")]
    [InlineData("scadenza:>2024", "b")]
    [InlineData("changed:2024-03-15", "a")]
    [InlineData("data:2023..2024-02", "a,ab")]
    [InlineData("data:..2023", "a")]
    [InlineData("tipo:b..n", "a,b,c")]
    [InlineData("scadenza:domani", "a,ab,b,c")]
    public void SignsAndParenthesesMeanWhatTheySay(string typed, string expected)
    {
        Add("a", "bando pubblico", "guida", 2020, new DateOnly(2024, 3, 15), "2023-12-31");
        Add("ab", "bando con patto", "pratica", 2023, null, "2024-02-28");
        Add("b", "patto", "norma", 2021, new DateOnly(2025, 1, 1), "2024-03-01");
        Add("c", "albero", "fiaba", 2022, new DateOnly(2024, 3, 14).AddMonths(-1), null);

        Assert.Equal(expected, string.Join(',', Search(typed, allWords: false)));
    }

    [Theory]
    [InlineData("bando patto", "ab")]
    [InlineData("bando o patto", "a,ab,b")]
    [InlineData("bando (patto OR albero)", "ab")]
    [InlineData("(bando patto) o albero", "ab,c")]
    public void WhereAllWordsAreWantedOrStillGivesTheChoice(string typed, string expected)
    {
        Add("a", "bando", "guida", 2020, null, null);
        Add("ab", "bando con patto", "guida", 2020, null, null);
        Add("b", "patto", "guida", 2020, null, null);
        Add("c", "albero", "guida", 2020, null, null);

        Assert.Equal(expected, string.Join(',', Search(typed, allWords: true)));
    }

    [Fact]
    public void AnyExpressionFindsWhatSetAlgebraGives()
    {
        for (var document = 0; document < 64; document++)
            Add($"{document:D2}", string.Join(' ', Words.Where((_, word) => (document >> word & 1) != 0)) + " bosco", "x", 1, null, null);
        var snapshot = _writer.Refresh();
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (text, holds) = Expression(random, depth: 4);

            var expected = Enumerable.Range(0, 64).Where(holds).Select(document => $"{document:D2}");
            var query = new QueryParser(Schema) { AllWords = round % 2 == 0 }.Parse(text);
            var found = snapshot.Search(new SearchRequest(query) { Take = 100 }).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal);
            Assert.True(expected.SequenceEqual(found, StringComparer.Ordinal), text);
        }
    }

    [Fact]
    public void HostileQueriesAreCutToTheirLimits()
    {
        for (var i = 0; i < 3000; i++)
            _writer.Add(new Document($"{i}") { { "body", string.Join(' ', Enumerable.Range(0, 30).Select(word => $"p{(i * 31 + word * 17) % 5000}x")) } });
        var snapshot = _writer.Refresh();
        string[] hostile =
        [
            string.Concat(Enumerable.Range(0, 400).Select(i => $"zq{i}k ")),
            string.Concat(Enumerable.Range(0, 400).Select(i => $"p{i}x~2 ")),
            string.Concat(Enumerable.Repeat("p1* ", 500)),
            string.Concat(Enumerable.Repeat("\"p1x p2x\"~50 ", 150)),
            new string('(', 1999), string.Concat(Enumerable.Repeat("(a OR ", 300)), string.Concat(Enumerable.Repeat("NOT (", 390)) + "p1x",
            string.Concat(Enumerable.Repeat("year:1..2 OR ", 150)), new string('*', 2000), new string('~', 2000), new string('-', 2000),
        ];
        foreach (var text in hostile)
        {
            var parsed = new QueryParser(Schema).Parse(text);
            Assert.InRange(parsed.Words.Count, 0, QueryParser.MaxWords);

            var watch = System.Diagnostics.Stopwatch.StartNew();
            snapshot.Search(new SearchRequest(parsed) { Ranking = Ranking.Default, Count = CountMode.Exact });
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{text[..20]} took {watch.Elapsed}");
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private static (string Text, Func<int, bool> Holds) Expression(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            var word = random.Next(Words.Length);
            return (Words[word], document => (document >> word & 1) != 0);
        }
        var (left, holdsLeft) = Expression(random, depth - 1);
        var (right, holdsRight) = Expression(random, depth - 1);
        return random.Next(4) switch
        {
            0 => ($"({left} OR {right})", document => holdsLeft(document) || holdsRight(document)),
            1 => ($"({left} AND NOT {right})", document => holdsLeft(document) && !holdsRight(document)),
            2 => ($"({left} OR NOT {right})", document => holdsLeft(document) || !holdsRight(document)),
            _ => ($"({left} AND {right})", document => holdsLeft(document) && holdsRight(document)),
        };
    }

    private void Add(string key, string body, string type, int year, DateOnly? deadline, string? date)
    {
        var document = new Document(key) { { "body", body }, { "type", type }, { "date", date }, { "year", year } };
        if (deadline is { } day)
        {
            var number = day.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            document.Add("deadline", number);
            document.Add("changed", number * 86_400L + 40_000);
        }
        _writer.Add(document);
    }

    private IEnumerable<string> Search(string typed, bool allWords)
    {
        var query = new QueryParser(Schema) { AllWords = allWords }.Parse(typed);
        return _writer.Refresh().Search(new SearchRequest(query)).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal);
    }
}
