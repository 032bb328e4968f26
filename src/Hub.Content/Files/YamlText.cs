using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hub.Content.Files;

/// <summary>What is wrong with a file, and on which line.</summary>
public sealed class FileFormatException(int line, string message) : Exception(message)
{
    /// <summary>From 1; 0 when it concerns the whole file.</summary>
    public int Line { get; } = line;
}

/// <summary>
/// Reads and writes the YAML of content files: mappings, lists and scalars, nothing that could surprise. Scalars are
/// read as text; field kinds say what they mean.
/// </summary>
public static class YamlText
{
    private const int MaxDepth = 20;

    /// <param name="lines">Receives the line of each top-level key.</param>
    /// <param name="firstLine">The line of the file on which the text begins, from 1.</param>
    /// <exception cref="FileFormatException">Not YAML, not a mapping, a key twice, an alias or tag, or nested too deeply.</exception>
    public static JsonObject Read(string yaml, IDictionary<string, int>? lines = null, int firstLine = 1)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
                return [];
            parser.Consume<DocumentStart>();
            if (parser.Current is not MappingStart)
                throw Problem(parser.Current!, firstLine, Texts.Get("YamlNotMapping"));
            var root = Mapping(parser, 0, firstLine, lines);
            parser.Consume<DocumentEnd>();
            if (parser.Current is not StreamEnd)
                throw Problem(parser.Current!, firstLine, Texts.Get("YamlTwoDocuments"));
            return root;
        }
        catch (YamlException e)
        {
            throw new FileFormatException((int)e.Start.Line + firstLine - 1, Texts.Get("YamlInvalid", e.InnerException?.Message ?? e.Message));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new FileFormatException(firstLine, Texts.Get("YamlInvalid", e.Message)); // the parser stumbled instead of refusing
        }
    }

    /// <summary>Deterministic: the same object gives the same text. Ends with a line feed.</summary>
    public static string Write(JsonObject root)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings(2, int.MaxValue, false, 1024).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        var text = writer.ToString();
        return text.EndsWith('\n') ? text : text + "\n";
    }

    private static JsonObject Mapping(IParser parser, int depth, int firstLine, IDictionary<string, int>? lines = null)
    {
        var start = parser.Consume<MappingStart>();
        Check(start, depth, firstLine);
        var mapping = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Current is not Scalar key)
                throw Problem(parser.Current!, firstLine, Texts.Get(parser.Current is AnchorAlias ? "YamlAlias" : "YamlKeyNotText"));
            Check(key, depth, firstLine);
            parser.MoveNext();
            if (mapping.ContainsKey(key.Value))
                throw Problem(key, firstLine, Texts.Get("YamlKeyTwice", key.Value));
            lines?.TryAdd(key.Value, (int)key.Start.Line + firstLine - 1);
            mapping[key.Value] = Node(parser, depth + 1, firstLine);
        }

        return mapping;
    }

    private static JsonNode? Node(IParser parser, int depth, int firstLine)
    {
        switch (parser.Current)
        {
            case MappingStart:
                return Mapping(parser, depth, firstLine);
            case SequenceStart start:
                Check(start, depth, firstLine);
                parser.MoveNext();
                var list = new JsonArray();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    list.Add(Node(parser, depth + 1, firstLine));
                return list;
            case Scalar scalar:
                Check(scalar, depth, firstLine);
                parser.MoveNext();
                return scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" ? null : JsonValue.Create(scalar.Value);
            default:
                throw Problem(parser.Current!, firstLine, Texts.Get("YamlAlias"));
        }
    }

    private static void Check(NodeEvent node, int depth, int firstLine)
    {
        if (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific))
            throw Problem(node, firstLine, Texts.Get("YamlAlias"));
        if (depth > MaxDepth)
            throw Problem(node, firstLine, Texts.Get("YamlTooDeep", MaxDepth));
    }

    private static FileFormatException Problem(ParsingEvent at, int firstLine, string message) => new((int)at.Start.Line + firstLine - 1, message);

    private static void Write(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject mapping:
                emitter.Emit(new MappingStart(null, null, true, MappingStyle.Block));
                foreach (var (key, value) in mapping)
                {
                    emitter.Emit(new Scalar(key));
                    Write(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                var style = list.All(item => item is JsonValue value && value.ToString().Length < 40) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(null, null, true, style));
                foreach (var item in list)
                    Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(ScalarOf(node));
                break;
        }
    }

    private static Scalar ScalarOf(JsonNode? node)
    {
        var isText = node?.GetValueKind() == System.Text.Json.JsonValueKind.String;
        var text = node is null ? "null" : isText ? node.GetValue<string>() : node.ToJsonString();
        var style = !isText || IsCanonical(text) ? ScalarStyle.Plain
            : IsPlainBlock(text) ? ScalarStyle.Literal
            : IsAmbiguous(text) || text.Any(c => c is '\n' or > '\u007E' and < '\u00A0' or '\uFFFD' or '\uFFFE' or '\uFFFF') ? ScalarStyle.DoubleQuoted
            : ScalarStyle.Any;
        return new Scalar(null, null, text, style, true, true);
    }

    /// <summary>
    /// Several lines that a block scalar gives back as they are: nothing at the edges that YAML would fold, indent or drop.
    /// </summary>
    private static bool IsPlainBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && !text.Contains(" \n", StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal)
        && text.All(c => c == '\n' || !char.IsControl(c)) && !text.Contains('\uFEFF', StringComparison.Ordinal);

    /// <summary>A number or a truth value as JSON writes it: the same in a file, whether it was stored as such or as text.</summary>
    private static bool IsCanonical(string text) =>
        text is "true" or "false"
        || (text.Length < 16 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text);

    /// <summary>Text that other readers of YAML would take for something else.</summary>
    private static bool IsAmbiguous(string text) =>
        text.Length == 0 || text is "null" or "~" or "yes" or "no" or "on" or "off"
        || (text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '.' or '_' or '+' or '-' or 'e' or 'E' or 'x' or ':')
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
