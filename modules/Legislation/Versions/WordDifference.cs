using System.Text;

namespace Hub.Legislation.Versions;

/// <summary>What changes from one text to another, word by word: the shortest script (Myers 1986).</summary>
public static class WordDifference
{
    /// <summary>Beyond so many changed words a text counts as rewritten: the search takes time with their square.</summary>
    private const int MostEdits = 1_500;

    /// <summary>The parts in their order; those that stay and those that were taken away together are the old text, those that stay and those added the new one.</summary>
    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var parts = new List<(TextChange Change, StringBuilder Text)>();
        foreach (var (change, word) in Script(old, now) ?? [.. old.Select(word => (TextChange.Removed, word)), .. now.Select(word => (TextChange.Added, word))])
        {
            if (parts.Count == 0 || parts[^1].Change != change)
                parts.Add((change, new StringBuilder()));
            parts[^1].Text.Append(word);
        }

        return [.. parts.Select(part => new TextPart(part.Change, part.Text.ToString()))];
    }

    /// <summary>A word with the blanks after it; a line feed is a word of its own.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (text[start] != '\n')
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                    end++;
                while (end < text.Length && text[end] == ' ')
                    end++;
            }

            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    private static List<(TextChange Change, string Word)>? Script(List<string> old, List<string> now)
    {
        var most = Math.Min(old.Count + now.Count, MostEdits);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(furthest[(most - edits)..(most + edits + 3)]);
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = k == -edits || (k != edits && furthest[most + k] < furthest[most + k + 2]) ? furthest[most + k + 2] : furthest[most + k] + 1;
                var y = x - k;
                while (x < old.Count && y < now.Count && old[x] == now[y])
                    (x, y) = (x + 1, y + 1);
                furthest[most + k + 1] = x;
                if (x >= old.Count && y >= now.Count)
                    return Walk(old, now, trace, edits);
            }
        }

        return null;
    }

    private static List<(TextChange Change, string Word)> Walk(List<string> old, List<string> now, List<int[]> trace, int edits)
    {
        var script = new List<(TextChange Change, string Word)>();
        var (x, y) = (old.Count, now.Count);
        for (var d = edits; d >= 0; d--)
        {
            var k = x - y;
            int Before(int diagonal) => trace[d][diagonal + d + 1];
            var down = k == -d || (k != d && Before(k - 1) < Before(k + 1));
            var fromX = d == 0 ? 0 : down ? Before(k + 1) : Before(k - 1);
            var fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            var (cornerX, cornerY) = d == 0 ? (0, 0) : down ? (fromX, fromY + 1) : (fromX + 1, fromY);
            while (x > cornerX && y > cornerY)
                (x, y, _) = (x - 1, y - 1, Add(script, TextChange.Same, old[x - 1]));
            if (d > 0)
                Add(script, down ? TextChange.Added : TextChange.Removed, down ? now[fromY] : old[fromX]);
            (x, y) = (fromX, fromY);
        }

        script.Reverse();
        return script;
    }

    private static bool Add(List<(TextChange Change, string Word)> script, TextChange change, string word)
    {
        script.Add((change, word));
        return true;
    }
}

/// <summary>What happened to a part of a text.</summary>
public enum TextChange
{
    Same,
    Removed,
    Added,
}

/// <summary>Words side by side to which the same happened.</summary>
public sealed record TextPart(TextChange Change, string Text);
