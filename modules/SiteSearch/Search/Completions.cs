using Hub.Kernel.Regions;
using Hub.Search;
using Hub.Search.Queries;
using Hub.SiteSearch.Index;

namespace Hub.SiteSearch.Search;

/// <summary>What is being typed may become a word of the index or the title of a page that the region shows. For one scope.</summary>
public sealed class Completions(IndexFeed feed, Visibility visibility)
{
    private const int MaxWords = 5;
    private const int MaxTitles = 4;

    /// <summary>Words first, then titles with the address of their page; empty while there is no index.</summary>
    public async Task<IReadOnlyList<Suggested>> Of(Region region, string typed, CancellationToken cancel)
    {
        if (feed.Current is not { Snapshot: var snapshot })
            return [];
        var words = snapshot.Complete(typed, take: MaxWords).Select(word => new Suggested(word.Text));
        var titles = Titles(snapshot, typed, await visibility.Of(region, region.IsNational, cancel));
        return [.. words.Concat(titles).DistinctBy(suggested => suggested.Text, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<Suggested> Titles(Snapshot snapshot, string typed, Query visible)
    {
        var begun = typed.LastIndexOfAny([' ', '\'', '’']) + 1;
        if (begun == typed.Length)
            return [];
        var before = snapshot.Schema.Analyzer.Analyze(typed[..begun]).Where(token => token.Stem is not null).DistinctBy(token => token.Position);
        var query = new BooleanQuery
        {
            Must = [.. before.Select(token => new WordQuery(token.Word, token.Stem) { Fields = [Fields.Title] }), new PrefixQuery(Fields.Title, typed[begun..])],
            Filter = [visible],
        };
        return snapshot.Search(new SearchRequest(query) { Take = MaxTitles }).Hits.Select(hit => new Suggested(hit.Text(Fields.Title) ?? ""));
    }
}

/// <summary>What could be searched for.</summary>
public sealed record Suggested(string Text);
