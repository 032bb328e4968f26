using System.Text;
using Hub.Search.Queries;
using Hub.Search.Searching;

namespace Hub.Search.Assistance;

/// <summary>Suggests words of the index for words that it hardly has. Suggestions are words as written, never stems.</summary>
internal sealed class Speller(Snapshot snapshot)
{
    /// <summary>A known word is only doubted when a neighbour of it is this many times as frequent.</summary>
    private const int Overwhelming = 50;

    private readonly SearchContext _search = new(snapshot.Schema, snapshot.Segments);

    public string? Suggest(string text)
    {
        var parsed = new QueryParser(snapshot.Schema).Parse(text);
        var suggestion = new StringBuilder();
        var copied = 0;
        foreach (var typed in parsed.Words)
        {
            if (typed.IsStopWord || typed.Start < copied || Better(typed.Word) is not { } better)
                continue;
            suggestion.Append(text, copied, typed.Start - copied).Append(better);
            copied = typed.Start + typed.Length;
        }
        return copied == 0 ? null : suggestion.Append(text, copied, text.Length - copied).ToString();
    }

    private string? Better(string word)
    {
        var edits = WordQuery.EditsForgiven(word);
        if (edits == 0)
            return null;
        var fields = snapshot.Schema.TextFields.Where(field => field.Forms.HasFlag(WordForms.Words)).ToArray();
        var known = fields.Sum(field => _search.Find(field.Name, stems: false, word).DocumentCount);
        var best = fields.SelectMany(field => _search.Near(field.Name, word, known > 0 ? 1 : edits))
            .Where(near => near.Edits > 0)
            .GroupBy(near => near.Word, StringComparer.Ordinal)
            .Select(group => (Word: group.Key, group.First().Edits, Documents: group.Sum(near => (long)near.Documents)))
            .OrderBy(near => near.Edits).ThenByDescending(near => near.Documents).ThenBy(near => near.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is not null && best.Documents > known * Overwhelming ? Written(best.Word) : null;
    }

    private string Written(string word)
    {
        foreach (var segment in snapshot.Segments)
        {
            foreach (var field in snapshot.Schema.TextFields)
            {
                if (segment.Segment.Text(field.Name).Words?.WordList.Written(word, 0) is { } written && written != word)
                    return written;
            }
        }
        return word;
    }
}
