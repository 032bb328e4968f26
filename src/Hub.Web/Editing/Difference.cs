using DiffPlex;

namespace Hub.Web.Editing;

/// <summary>A run of words that two texts share, or that only one of them has.</summary>
/// <param name="Kind">0 in both, -1 only in the former, 1 only in the latter.</param>
public readonly record struct DifferencePart(string Text, int Kind);

/// <summary>Compares texts paragraph by paragraph, and within changed paragraphs word by word.</summary>
public static class Difference
{
    /// <summary>Comparing takes time with the square of what differs: a text of more pieces is shown as replaced.</summary>
    private const int MaxPieces = 4_000;

    /// <summary>The parts in reading order; never throws.</summary>
    public static IReadOnlyList<DifferencePart> Of(string former, string latter) =>
        Joined(Compare(former, latter, Lines, (gone, come) => Compare(gone, come, Words, Replaced)));

    /// <param name="cut">Cuts a text into pieces that make it up again.</param>
    /// <param name="changed">Tells how a run of changed pieces is shown.</param>
    private static IEnumerable<DifferencePart> Compare(
        string former, string latter, Func<string, string[]> cut, Func<string, string, IEnumerable<DifferencePart>> changed)
    {
        if (former == latter || former.Length == 0 || latter.Length == 0)
            return former == latter ? [new DifferencePart(former, 0)] : Replaced(former, latter);
        if (cut(former).Length > MaxPieces || cut(latter).Length > MaxPieces)
            return Replaced(former, latter);
        var result = new Differ().CreateCustomDiffs(former, latter, ignoreWhiteSpace: false, cut);
        var parts = new List<DifferencePart>();
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            parts.Add(new DifferencePart(string.Concat(result.PiecesOld[at..block.DeleteStartA]), 0));
            at = block.DeleteStartA + block.DeleteCountA;
            parts.AddRange(changed(
                string.Concat(result.PiecesOld[block.DeleteStartA..at]),
                string.Concat(result.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)])));
        }

        parts.Add(new DifferencePart(string.Concat(result.PiecesOld[at..]), 0));
        return parts;
    }

    private static IEnumerable<DifferencePart> Replaced(string former, string latter) => [new(former, -1), new(latter, 1)];

    private static string[] Lines(string text) => Pieces(text, (before, after) => before == '\n');

    /// <summary>Words, blanks and marks, each run by itself.</summary>
    private static string[] Words(string text) => Pieces(text, (before, after) => ClassOf(before) != ClassOf(after));

    private static int ClassOf(char c) => char.IsWhiteSpace(c) ? 0 : char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? 1 : 2;

    private static string[] Pieces(string text, Func<char, char, bool> endsBetween)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !endsBetween(text[at - 1], text[at]))
                continue;
            pieces.Add(text[start..at]);
            start = at;
        }

        return [.. pieces];
    }

    private static List<DifferencePart> Joined(IEnumerable<DifferencePart> parts)
    {
        var joined = new List<DifferencePart>();
        foreach (var part in parts.Where(part => part.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Kind == part.Kind)
                joined[^1] = part with { Text = joined[^1].Text + part.Text };
            else
                joined.Add(part);
        }

        return joined;
    }
}
