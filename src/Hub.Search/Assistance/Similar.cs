using Hub.Search.Analysis;
using Hub.Search.Queries;
using Hub.Search.Searching;

namespace Hub.Search.Assistance;

/// <summary>Finds documents like another by the words that are frequent in it and rare elsewhere.</summary>
internal sealed class Similar(Snapshot snapshot)
{
    private const int MaxTerms = 25;
    private const int MaxText = 20_000;

    private readonly SearchContext _search = new(snapshot.Schema, snapshot.Segments);

    public IReadOnlyList<Hit> To(Hit hit, int take)
    {
        var terms = snapshot.Schema.TextFields.Where(field => field.Stored).SelectMany(field => TermsOf(hit, field))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Query.Term, StringComparer.Ordinal).Take(MaxTerms);
        var query = new BooleanQuery { Should = [.. terms.Select(Query (term) => term.Query)] };
        if (query.Should.Count == 0)
            return [];
        return [.. snapshot.Search(new SearchRequest(query) { Take = take + 1 }).Hits.Where(other => other.Document != hit.Document).Take(take)];
    }

    private IEnumerable<(TermQuery Query, double Weight)> TermsOf(Hit hit, TextField field)
    {
        if (hit.Text(field.Name) is not { } text)
            return [];
        var stems = field.Forms.HasFlag(WordForms.Stems);
        return snapshot.Schema.Analyzer.Analyze(text.Length > MaxText ? text[..MaxText] : text)
            .Where(token => token.Stem is not null && !ItalianWeakWords.Contains(token.Word))
            .GroupBy(token => stems ? token.Stem! : token.Word, StringComparer.Ordinal)
            .Select(group => (Term: group.Key, Times: group.Count(), Documents: _search.Find(field.Name, stems, group.Key).DocumentCount))
            .Where(term => term.Documents > 1)
            .Select(term => (new TermQuery(field.Name, term.Term, stems), field.Weight * Math.Log(1 + term.Times) * _search.Rarity(term.Documents)));
    }
}
