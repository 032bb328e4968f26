using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Searching;

/// <summary>Pages in the order of a field are what sorting everything gives, over several segments, with deletions, with missing and extreme values.</summary>
public sealed class SortingTests : IDisposable
{
    private const int Documents = 3000;

    private static readonly long[] Extremes = [-long.MaxValue, long.MaxValue, 0, -1];

    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Key, long? Number, string? Word)> _alive = [];
    private readonly IndexWriter _writer;
    private readonly Snapshot _snapshot;

    public SortingTests()
    {
        var random = new Random(3);
        _writer = IndexWriter.Open(
            _folder.Path, new Schema(Analyzer.Plain, new NumberField("number"), new KeywordField("word")), new IndexOptions { MergeInBackground = false });
        for (var i = 0; i < Documents; i++)
        {
            long? number = random.Next(10) == 0 ? null : random.Next(20) == 0 ? Extremes[random.Next(4)] : random.Next(-200, 200);
            var word = random.Next(10) == 0 ? null : $"{(char)('a' + random.Next(26))}{(random.Next(2) == 0 ? "è" : "")}{random.Next(30)}";
            _alive.Add(($"d{i}", number, word));
            var document = new Document($"d{i}") { { "word", word } };
            if (number is { } value)
                document.Add("number", value);
            _writer.Add(document);
            if (i % 700 == 699)
                _writer.Refresh();
        }
        foreach (var gone in _alive.Where(_ => random.Next(10) == 0).ToList())
        {
            _writer.Delete(gone.Key);
            _alive.Remove(gone);
        }
        _snapshot = _writer.Refresh();
    }

    [Theory]
    [InlineData("number", false, 7)]
    [InlineData("number", true, 400)]
    [InlineData("word", false, 400)]
    [InlineData("word", true, 7)]
    [InlineData("word", false, Documents)]
    public void PagesFollowOneOrder(string field, bool descending, int size)
    {
        var keys = new List<string>();

        for (SearchResult? page = null; page is null || page.Next is not null;)
        {
            page = _snapshot.Search(new SearchRequest(new AllQuery()) { Take = size, Sort = new Sort(field, descending), After = page?.Next });
            keys.AddRange(page.Hits.Select(hit => hit.Key));
        }

        Assert.Equal(Expected(field, descending), keys);
    }

    [Fact]
    public void TheOneNumberThatTheIndexCannotKeepIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Document("d").Add("number", long.MinValue));

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<string> Expected(string field, bool descending)
    {
        var order = field == "number"
            ? Comparer<(string Key, long? Number, string? Word)>.Create((a, b) => Nullable.Compare(a.Number, b.Number))
            : Comparer<(string Key, long? Number, string? Word)>.Create((a, b) => string.CompareOrdinal(a.Word, b.Word));
        var valued = _alive.Where(each => field == "number" ? each.Number is not null : each.Word is not null);
        return (descending ? valued.OrderDescending(order) : valued.Order(order)).Concat(_alive.Except(valued)).Select(each => each.Key);
    }
}
