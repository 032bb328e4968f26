using Hub.Search.Analysis;
using Hub.Search.Indexing;
using Hub.Search.Queries;

namespace Hub.Search.Tests;

/// <summary>The example of the README, word for word.</summary>
internal static class ReadmeExample
{
    public static void Run(string folder)
    {
        // begin
        var schema = new Schema(Analyzer.Italian,
            new TextField("title") { Weight = 2, Aliases = ["titolo"] },
            new TextField("body"),
            new KeywordField("type"));

        using var writer = IndexWriter.Open(folder, schema);
        writer.Add(new Document("guida-1")
        {
            { "title", "La co-progettazione in pratica" },
            { "body", "Come un Comune e gli enti del Terzo settore progettano insieme un servizio." },
            { "type", "guida" },
        });
        writer.Commit(note: "change 42");

        var snapshot = writer.Refresh();
        var query = new QueryParser(schema).Parse("coprogettare servizi");
        var result = snapshot.Search(new SearchRequest(query) { Ranking = Ranking.Default, Facets = [new Facet("type")] });
        foreach (var hit in result.Hits)
            Console.WriteLine($"{hit.Key}: {result.Highlight(hit, "body")}");
        // end
        Assert.Equal("guida-1", Assert.Single(result.Hits).Key);
        Assert.Equal("change 42", Snapshot.Open(folder, schema).Note);
    }
}
