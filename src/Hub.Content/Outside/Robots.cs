namespace Hub.Content.Outside;

/// <summary>What a server's robots.txt allows one agent (RFC 9309): the longest rule that fits a path decides, and allowing wins a draw.</summary>
public sealed class Robots
{
    /// <summary>For a server that can't say what it allows.</summary>
    public static readonly Robots Nothing = new([("/", false)]);

    private const int MostRules = 2_000;

    private readonly List<(string Path, bool Allows)> rules;

    private Robots(List<(string Path, bool Allows)> rules) => this.rules = rules;

    /// <summary>Never throws.</summary>
    /// <param name="agent">In lower case.</param>
    public static Robots Read(string text, string agent)
    {
        List<(string Path, bool Allows)> own = [], everybody = [];
        var (isOwn, isEverybody, inRules, isNamed) = (false, false, true, false);
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split('#')[0].Split(':', 2);
            if (words.Length < 2)
                continue;
            var (name, value) = (words[0].Trim().ToLowerInvariant(), words[1].Trim());
            if (name == "user-agent")
            {
                if (inRules)
                    (isOwn, isEverybody, inRules) = (false, false, false);
                isOwn |= value.Equals(agent, StringComparison.OrdinalIgnoreCase);
                isEverybody |= value == "*";
                isNamed |= isOwn;
            }
            else if (name is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length > 0 && isOwn && own.Count < MostRules)
                    own.Add((value, name == "allow"));
                if (value.Length > 0 && isEverybody && everybody.Count < MostRules)
                    everybody.Add((value, name == "allow"));
            }
        }

        return new Robots(isNamed ? own : everybody);
    }

    public bool Allow(Uri address)
    {
        var path = address.PathAndQuery;
        return path == "/robots.txt" || rules.Where(rule => Fits(rule.Path, path)).OrderByDescending(rule => rule.Path.Length).ThenByDescending(rule => rule.Allows).Select(rule => (bool?)rule.Allows).FirstOrDefault() != false;
    }

    /// <summary><c>*</c> stands for anything, <c>$</c> at the end for the end. Linear in each part.</summary>
    private static bool Fits(string rule, string path)
    {
        var ends = rule.EndsWith('$');
        var parts = (ends ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return !ends || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
