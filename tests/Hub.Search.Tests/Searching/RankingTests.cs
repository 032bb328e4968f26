using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests.Searching;

public sealed class RankingTests : IDisposable
{
    private static readonly Schema Schema = new(Analyzer.Italian, new TextField("body"));
    private static readonly Ranking Nothing = new() { Sum = 0, Kinship = 0, Contrast = 0, Nearness = 0, Neighbours = 0 };

    private readonly TemporaryFolder _folder = new();
    private readonly IndexWriter _writer;

    public RankingTests() => _writer = IndexWriter.Open(_folder.Path, Schema);

    [Theory]
    [InlineData("La sede della cucina", "La sede della squadra", "sede del team")]
    [InlineData("Il comune pensa al ponte", "Il comune scrisse del ponte", "scrivere sul ponte")]
    [InlineData("I servizi delle montagne", "I servizi delle progettazioni", "servizi progettuali")]
    public void RelativesOfATypedWordLiftADocument(string other, string related, string typed)
    {
        Add("other", other);
        Add("related", related);

        Assert.Equal("other", Search(typed, Nothing)[0]);
        Assert.Equal("related", Search(typed, Ranking.Default)[0]);
    }

    [Fact]
    public void AWordThatAllCandidatesHaveDoesNotTellThemApart()
    {
        for (var i = 0; i < 30; i++)
            Add($"none{i}", "Testo senza rapporto con la domanda");
        Add("all", "tavolo tavolo tavolo tavolo");
        Add("few", "tavolo con la sedia");
        for (var i = 0; i < 20; i++)
            Add($"some{i}", "tavolo con altro");

        Assert.Equal("few", Search("tavolo sedia", Nothing with { Contrast = 1 })[0]);
        Assert.Equal("all", Search("tavolo", Nothing with { Kinship = 1 })[0]);
    }

    [Fact]
    public void WordsThatStandTogetherComeFirst()
    {
        Add("apart", "patto " + string.Concat(Enumerable.Repeat("di ", 50)) + "collaborazione");
        Add("together", "patto di collaborazione " + string.Concat(Enumerable.Repeat("di ", 49)));

        Assert.Equal("apart", Search("patto collaborazione", Nothing)[0]);
        Assert.Equal("together", Search("patto collaborazione", Nothing with { Nearness = 1 })[0]);
    }

    [Fact]
    public void RelativesOfAnotherLanguageAreNotGuessed()
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Open(folder.Path, new Schema(Analyzer.Plain, new TextField("body")));
        writer.Add(new Document("other") { { "body", "sede cucina" } });
        writer.Add(new Document("related") { { "body", "sede squadra" } });
        var query = new QueryParser(writer.Refresh().Schema).Parse("sede team");

        Assert.Equal("other", writer.Refresh().Search(new SearchRequest(query) { Ranking = Ranking.Default }).Hits[0].Key);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private void Add(string key, string body) => _writer.Add(new Document(key) { { "body", body } });

    private string[] Search(string typed, Ranking ranking) =>
        [.. _writer.Refresh().Search(new SearchRequest(new QueryParser(Schema).Parse(typed)) { Ranking = ranking }).Hits.Select(hit => hit.Key)];
}
