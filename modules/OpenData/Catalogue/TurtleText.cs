using System.Buffers;
using System.Text;

namespace Hub.OpenData.Catalogue;

/// <summary>A graph as Turtle (RDF 1.1). The same graph gives the same text.</summary>
internal static class TurtleText
{
    public const string MediaType = "text/turtle";

    /// <summary>What an address between angle brackets can't have.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("<>\"{}|^`\\ ");

    public static string Of(IEnumerable<Triple> graph)
    {
        var text = new StringBuilder();
        foreach (var (prefix, ns) in Names.Prefixes)
            text.Append("@prefix ").Append(prefix).Append(": <").Append(ns).Append("> .\n");
        foreach (var subject in graph.GroupBy(triple => triple.Subject))
        {
            text.Append("\n<").Append(Escaped(subject.Key)).Append(">\n");
            var statements = subject.GroupBy(triple => triple.Predicate)
                .Select(same => $"  {(same.Key == "rdf:type" ? "a" : same.Key)} {string.Join(", ", same.Select(triple => Of(triple.Object)))}");
            text.AppendJoin(" ;\n", statements).Append(" .\n");
        }

        return text.ToString();
    }

    private static string Of(Node node) => node switch
    {
        Thing thing => $"<{Escaped(thing.Address)}>",
        Words words => $"{Quoted(words.Text)}@it",
        Value { Type.Length: 0 } value => Quoted(value.Text),
        Value value => $"{Quoted(value.Text)}^^{value.Type}",
        _ => throw new InvalidOperationException($"{node} has no form in Turtle."),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 8);
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static string Escaped(string address)
    {
        if (!address.AsSpan().ContainsAny(Refused))
            return address;
        var escaped = new StringBuilder();
        foreach (var c in address)
            escaped.Append(Refused.Contains(c) ? Uri.HexEscape(c) : c.ToString());
        return escaped.ToString();
    }
}
