using System.Text;

namespace Modules.Tests.OpenData;

/// <summary>Reads Turtle by its grammar, as far as graphs without blank nodes and collections go; anything else is refused.</summary>
internal sealed class TurtleReader
{
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> triples = new(StringComparer.Ordinal);
    private readonly string text;
    private int at;

    private TurtleReader(string text) => this.text = text;

    /// <summary>Each statement as <c>subject predicate object</c>, as N-Triples writes it.</summary>
    public static HashSet<string> Read(string turtle)
    {
        var reader = new TurtleReader(turtle);
        for (reader.Skip(); reader.at < turtle.Length; reader.Skip())
            reader.Statement();
        return reader.triples;
    }

    private void Statement()
    {
        if (Took("@prefix"))
        {
            Skip();
            var colon = text.IndexOf(':', at);
            var prefix = text[at..colon];
            at = colon + 1;
            Skip();
            prefixes[prefix] = Iri();
            Expect('.');
            return;
        }

        var subject = $"<{Iri()}>";
        do
        {
            Skip();
            var predicate = text[at] == 'a' && char.IsWhiteSpace(text[at + 1]) ? Advance(1, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") : $"<{Name()}>";
            do
            {
                Skip();
                triples.Add($"{subject} {predicate} {Object()}");
                Skip();
            }
            while (Took(","));
        }
        while (Took(";"));
        Expect('.');
    }

    private string Object() => text[at] switch
    {
        '"' => Literal(),
        '<' => $"<{Iri()}>",
        _ => $"<{Name()}>",
    };

    private string Literal()
    {
        var value = new StringBuilder();
        for (at++; text[at] != '"'; at++)
        {
            Assert.False(text[at] is '\n' or '\r', "A line ends within a text.");
            if (text[at] != '\\')
                value.Append(text[at]);
            else if (text[++at] == 'u')
                value.Append((char)Convert.ToInt32(text[(at + 1)..((at += 4) + 1)], 16));
            else
                value.Append("tnr\"\\".Contains(text[at], StringComparison.Ordinal) ? text[at] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c } : throw new FormatException($"\\{text[at]}"));
        }

        at++;
        if (Took("@"))
            return $"\"{value}\"@{Word()}";
        return Took("^^") ? $"\"{value}\"^^<{(text[at] == '<' ? Iri() : Name())}>" : $"\"{value}\"";
    }

    private string Iri()
    {
        Assert.Equal('<', text[at]);
        var end = text.IndexOf('>', at);
        var iri = text[(at + 1)..end];
        Assert.DoesNotContain(iri, c => c <= ' ' || "<\"{}|^`\\".Contains(c, StringComparison.Ordinal));
        Assert.True(Uri.IsWellFormedUriString(iri, UriKind.Absolute), iri);
        at = end + 1;
        return iri;
    }

    private string Name()
    {
        var prefix = Word();
        Assert.Equal(':', text[at++]);
        return prefixes[prefix] + Word();
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
            at++;
        return text[start..at];
    }

    private void Expect(char c)
    {
        Skip();
        Assert.Equal(c, text[at++]);
    }

    private bool Took(string token)
    {
        if (!text.AsSpan(at).StartsWith(token, StringComparison.Ordinal))
            return false;
        at += token.Length;
        return true;
    }

    private T Advance<T>(int count, T result)
    {
        at += count;
        return result;
    }

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
