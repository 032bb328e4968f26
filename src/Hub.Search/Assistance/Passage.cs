using System.Net;
using System.Text;
using Hub.Search.Analysis;
using Hub.Search.Searching;

namespace Hub.Search.Assistance;

/// <summary>Chooses the stretch of a text that shows most of what was looked for, and marks it.</summary>
internal sealed class Passage(Analyzer analyzer, Marks marks)
{
    /// <summary>Of longer texts only the beginning is read.</summary>
    private const int MaxText = 100_000;

    /// <summary>A word seen again in the same stretch says little more.</summary>
    private const float Again = 0.1f;

    private const int LeadIn = 30;

    public string Best(string text, int length)
    {
        if (text.Length > MaxText)
            text = text[..MaxText];
        var found = Find(text);
        var (from, to) = Choose(text, found, length);
        return Render(text, found, from, to);
    }

    private List<MarkedWord> Find(string text)
    {
        var tokens = new List<TextToken>();
        var analysis = analyzer.Rent();
        analysis.Run(text, tokens);
        analyzer.Return(analysis);
        var found = new List<MarkedWord>();
        foreach (var token in tokens)
        {
            var weight = marks.WeightOf(token.Word.Word, token.Word.Stem);
            if (weight > 0 && (found.Count == 0 || found[^1].End <= token.Start))
                found.Add(new MarkedWord(token.Start, token.End, token.Word.Stem ?? token.Word.Word, weight));
        }
        return found;
    }

    /// <summary>The stretch with the greatest weight, from a little before its first mark, on the borders of words.</summary>
    private static (int From, int To) Choose(string text, List<MarkedWord> found, int length)
    {
        var best = 0;
        var bestWeight = -1f;
        for (var first = 0; first < found.Count; first++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var weight = 0f;
            for (var i = first; i < found.Count && found[i].End - found[first].Start <= length - LeadIn; i++)
                weight += found[i].Weight * (seen.Add(found[i].Term) ? 1 : Again);
            if (weight > bestWeight)
                (best, bestWeight) = (found[first].Start, weight);
        }
        var from = best <= LeadIn || text.Length <= length ? 0 : NextWord(text, best - LeadIn, best);
        if (text.Length - from < length)
            from = text.Length <= length ? 0 : NextWord(text, text.Length - length, Math.Max(best, text.Length - length));
        var to = text.Length - from <= length ? text.Length : LastWord(text, from, from + length);
        return (from, Math.Max(to, found.Count > 0 ? Math.Min(text.Length, found.Find(mark => mark.Start >= best).End) : to));
    }

    private static int NextWord(string text, int at, int limit)
    {
        for (var i = at; i < limit; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return i + 1;
        }
        return limit;
    }

    private static int LastWord(string text, int from, int at)
    {
        for (var i = at; i > from; i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static string Render(string text, List<MarkedWord> found, int from, int to)
    {
        var html = new StringBuilder();
        if (from > 0)
            html.Append("… ");
        var at = from;
        foreach (var mark in found)
        {
            if (mark.Start < at || mark.End > to)
                continue;
            html.Append(WebUtility.HtmlEncode(text[at..mark.Start]));
            html.Append("<mark>").Append(WebUtility.HtmlEncode(text[mark.Start..mark.End])).Append("</mark>");
            at = mark.End;
        }
        html.Append(WebUtility.HtmlEncode(text[at..to]));
        if (to < text.Length)
            html.Append(" …");
        return html.ToString();
    }

    private readonly record struct MarkedWord(int Start, int End, string Term, float Weight);
}
