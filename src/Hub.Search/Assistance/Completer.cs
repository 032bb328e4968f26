using Hub.Search.Analysis;
using Hub.Search.Dictionary;
using Hub.Search.Queries;

namespace Hub.Search.Assistance;

/// <summary>Completes what is being typed.</summary>
internal sealed class Completer(Snapshot snapshot)
{
    private const int MaxTyped = 200;
    private const int LettersBeforeSlips = 4;

    public IReadOnlyList<Completion> Complete(string typed, string? titleField, int take)
    {
        if (typed.Length > MaxTyped)
            typed = typed[..MaxTyped];
        var begun = typed.LastIndexOfAny([' ', '\'', '’', '"']) + 1;
        var prefix = Folding.Fold(typed.AsSpan(begun));
        if (prefix.Length == 0)
            return [];
        var words = Words(prefix, take);
        var completions = words.Select(word => new Completion(typed[..begun] + word.Word, CompletionKind.Word, word.Documents));
        return [.. completions, .. titleField is null ? [] : Titles(typed, begun, titleField, take)];
    }

    private List<(string Word, int Documents)> Words(string prefix, int take)
    {
        var lists = Lists();
        var found = Merge(lists, list => list.MostFrequent(prefix, take), take);
        if (found.Count == 0 && prefix.Length >= LettersBeforeSlips)
            found = Merge(lists, list => list.NearPrefix(prefix), take);
        return found;
    }

    private List<WordList> Lists()
    {
        var fields = snapshot.Schema.TextFields.Where(field => field.Forms.HasFlag(WordForms.Words)).ToArray();
        return [.. snapshot.Segments.SelectMany(segment => fields.Select(field => segment.Segment.Text(field.Name).Words!.WordList))];
    }

    private static List<(string Word, int Documents)> Merge(List<WordList> lists, Func<WordList, IEnumerable<(string Word, int Documents)>> find, int take)
    {
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var (word, documents) in find(list))
            {
                var written = list.Written(word, documents);
                totals[written] = totals.GetValueOrDefault(written) + documents;
            }
        }
        return [.. totals.Select(total => (total.Key, total.Value)).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(take)];
    }

    private IEnumerable<Completion> Titles(string typed, int begun, string titleField, int take)
    {
        var field = snapshot.Schema.Require<TextField>(titleField);
        var must = snapshot.Schema.Analyzer.Analyze(typed[..begun]).Where(token => token.Stem is not null).DistinctBy(token => token.Position)
            .Select(Query (token) => new WordQuery(token.Word, token.Stem) { Fields = [field.Name] }).Append(new PrefixQuery(field.Name, typed[begun..]));
        var hits = snapshot.Search(new SearchRequest(new BooleanQuery { Must = [.. must] }) { Take = take }).Hits;
        return hits.Select(hit => hit.Text(field.Name)).OfType<string>().Distinct(StringComparer.Ordinal).Select(title => new Completion(title, CompletionKind.Title, 1));
    }
}
