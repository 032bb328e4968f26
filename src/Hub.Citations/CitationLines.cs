using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hub.Citations;

/// <summary>Citations as JSON lines, for programs in any language. Offsets count Unicode characters (code points), as most
/// of them do; in .NET strings use <see cref="CitationFinder"/>, whose offsets are UTF-16 units.</summary>
public static class CitationLines
{
    /// <summary>Reads a whole text and writes one object a line:
    /// <c>{"start","end","text","kind","identifiers":[…],"ambiguous":false}</c>. An ambiguous citation lists its candidates;
    /// an impossible one has a further member, <c>"problems"</c>.</summary>
    public static void WriteCitations(TextReader text, TextWriter lines, CitationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lines);
        var source = text.ReadToEnd();
        var places = new CodePoints(source);
        foreach (var citation in CitationFinder.Find(source, options))
        {
            var line = new StringBuilder();
            AppendPlace(line, places, citation);
            line.Append(",\"kind\":\"").Append(KindName(citation.Kind)).Append("\",\"identifiers\":[");
            AppendList(line, (citation.Ambiguous ? citation.Candidates : citation.Identifiers).Select(identifier => identifier.Value));
            line.Append("],\"ambiguous\":").Append(citation.Ambiguous ? "true" : "false");
            if (citation.Problems.Count > 0)
            {
                line.Append(",\"problems\":[");
                AppendList(line, citation.Problems.Select(problem => problem.ToString()));
                line.Append(']');
            }
            lines.Write(line.Append("}\n").ToString());
        }
    }

    /// <summary>Reads <c>{"id","text"}</c> lines and writes, for each, <c>{"id","refs":[{"start","end","text","urn"}]}</c>: one ref for
    /// each identifier, URN:NIR for acts, CELEX for those of the Union, ECLI for decisions. An ambiguous citation gives its
    /// preferred candidate, or nothing. A back reference counts when it adds an article. A line that is no such object gets <c>"error"</c>.</summary>
    public static void WriteReferences(TextReader records, TextWriter lines, CitationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(lines);
        while (records.ReadLine() is { } record)
            if (!string.IsNullOrWhiteSpace(record))
                lines.Write(TryParse(record, out var id, out var text) ? References(id, text, options) : "{\"id\":null,\"refs\":[],\"error\":\"not an object with id and text\"}\n");
    }

    private static string References(string id, string text, CitationOptions? options)
    {
        var line = new StringBuilder("{\"id\":").Append(id).Append(",\"refs\":[");
        var places = new CodePoints(text);
        var first = true;
        foreach (var citation in CitationFinder.Find(text, options))
        {
            var names = Referenced(citation).ToList();
            if (names.Count == 0)
                continue;
            var place = new StringBuilder();
            AppendPlace(place, places, citation);
            foreach (var name in names)
            {
                line.Append(first ? "" : ",").Append(place).Append(",\"urn\":");
                AppendString(line, name);
                line.Append('}');
                first = false;
            }
        }
        return line.Append("]}\n").ToString();
    }

    private static IEnumerable<string> Referenced(Citation citation)
    {
        if (citation.IsBackReference && citation.Partitions.Count == 0)
            return [];
        var names = citation.Ambiguous ? citation.Preferred : citation.Identifiers;
        var scheme = citation.Kind != CitationKind.Decision ? citation.Kind == CitationKind.EuropeanAct ? IdentifierScheme.Celex : IdentifierScheme.Nir
            : names.Any(name => name.Scheme == IdentifierScheme.Ecli) ? IdentifierScheme.Ecli : IdentifierScheme.Celex;
        return names.Where(name => name.Scheme == scheme).Select(name => name.Value);
    }

    private static string KindName(CitationKind kind) => kind switch
    {
        CitationKind.StateAct => "state-act",
        CitationKind.RegionalAct => "regional-act",
        CitationKind.AdministrativeAct => "administrative-act",
        CitationKind.EuropeanAct => "european-act",
        _ => "decision",
    };

    // The identifier may be a string, a number or null: it goes back as it came.
    private static bool TryParse(string record, out string id, out string text)
    {
        (id, text) = ("null", "");
        try
        {
            using var document = JsonDocument.Parse(record);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("text", out var member) || member.ValueKind != JsonValueKind.String)
                return false;
            text = member.GetString()!;
            if (document.RootElement.TryGetProperty("id", out var name))
                id = name.GetRawText();
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void AppendPlace(StringBuilder line, CodePoints places, Citation citation)
    {
        line.Append("{\"start\":").Append(places.At(citation.Start).ToString(CultureInfo.InvariantCulture))
            .Append(",\"end\":").Append(places.At(citation.End).ToString(CultureInfo.InvariantCulture)).Append(",\"text\":");
        AppendString(line, citation.Text);
    }

    private static void AppendList(StringBuilder line, IEnumerable<string> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
                line.Append(',');
            AppendString(line, value);
            first = false;
        }
    }

    private static void AppendString(StringBuilder line, string value)
    {
        line.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
                line.Append('\\').Append(c);
            else if (c < ' ' || c is '\u2028' or '\u2029')
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(value[i - 1])))
                line.Append('\uFFFD');
            else
                line.Append(c);
        }
        line.Append('"');
    }

    /// <summary>Turns UTF-16 offsets, asked for in rising order, into code points.</summary>
    private sealed class CodePoints(string text)
    {
        private int _unit;
        private int _point;

        public int At(int unit)
        {
            if (unit < _unit)
                (_unit, _point) = (0, 0);
            for (; _unit < unit; _unit++)
                if (!(char.IsLowSurrogate(text[_unit]) && _unit > 0 && char.IsHighSurrogate(text[_unit - 1])))
                    _point++;
            return _point;
        }
    }
}
