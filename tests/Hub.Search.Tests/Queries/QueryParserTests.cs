using FsCheck;
using FsCheck.Fluent;
using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Queries;

public sealed class QueryParserTests : IDisposable
{
    private static readonly Schema Schema = new(
        Analyzer.Italian, new TextField("title") { Aliases = ["titolo"] }, new TextField("body"), new KeywordField("type"), new NumberField("year"));

    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;
    private readonly Snapshot _snapshot;

    public QueryParserTests()
    {
        _writer = IndexWriter.Open(_folder.Path, Schema);
        for (var i = 0; i < 50; i++)
            _writer.Add(new Document($"{i}") { { "title", $"Titolo {i}" }, { "body", "a-b c*d \"e\" però l'ente 1.000 art. 55-bis" }, { "type", "x" }, { "year", i } });
        _snapshot = _writer.Refresh();
    }

    [Fact]
    public void EveryTextHasAMeaning() => Prop.ForAll<string>(text =>
    {
        _snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse(text)) { Ranking = Ranking.Default, Count = CountMode.Exact });
        _snapshot.Suggest(text ?? "");
        _snapshot.Complete(text ?? "", "title");
        return true;
    }).Check(Properties.Some);

    [Fact]
    public void SignsInAnyOrderNeverThrow()
    {
        string[] pieces = ["\"", "-", "+", "~", "*", ":", "titolo:", "body:", "type:", "year:", "2..5", "..", "AND", "OR", "NOT", "(", ")", "-(", " OR (", " o ", "year:>", "type:(", "type:a..", " ", "ente", "però", "l'", "55-bis", "\uD800", "\0", "«", "9999999999999999999", "~9", "art."];
        var random = new Random(11);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = _snapshot.Search(new SearchRequest(new QueryParser(Schema) { AllWords = round % 2 == 0 }.Parse(text)) { Ranking = Ranking.Default, Take = 3 });
            foreach (var hit in result.Hits)
                result.Highlight(hit, "body", 40);
        }
    }

    [Fact]
    public void LongTextsAreCut()
    {
        var parsed = new QueryParser(Schema).Parse(string.Concat(Enumerable.Repeat("parola ", 100_000)));

        Assert.InRange(parsed.Words.Count, 1, QueryParser.MaxLength);
    }

    [Fact]
    public void NothingTypedFindsEverything() =>
        Assert.Equal(50, _snapshot.Search(new SearchRequest(new QueryParser(Schema).Parse(" ")) { Count = CountMode.Exact }).Count);

    [Theory]
    [InlineData("zzz:parola", "zzz parola")]
    [InlineData("a:", "a")]
    public void AnUnknownFieldIsAWord(string typed, string words) =>
        Assert.Equal(words, string.Join(' ', new QueryParser(Schema).Parse(typed).Words.Select(word => word.Word)));

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("7fc00000000000000000000a")]
    [InlineData("ffffffffffffffffffffffff")]
    public void AForgedCursorIsNone(string text) => Assert.Null(Cursor.Parse(text));

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }
}
