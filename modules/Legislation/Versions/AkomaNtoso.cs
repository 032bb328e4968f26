using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Versions;

/// <summary>
/// Reads an act in Akoma Ntoso (OASIS LegalDocML 1.0, any of its namespaces): its articles with heading and text, and the
/// spans of time that the document gives them. Document type definitions are refused, and what is too large or too deep.
/// Never throws on a text.
/// </summary>
public static class AkomaNtoso
{
    public const int MaxBytes = 10_000_000;

    private const int MaxDepth = 200;
    private const int MaxArticles = 5_000;

    /// <summary>What stands in an article and is not its text.</summary>
    private static readonly HashSet<string> Silent = new(["num", "heading", "subheading", "noteRef", "authorialNote", "meta", "remark"], StringComparer.Ordinal);

    private static readonly HashSet<string> Blocks = new(["p", "paragraph", "point", "list", "intro", "content", "wrapUp", "li", "item", "tr", "block", "listIntroduction", "listWrapUp", "alinea", "subparagraph", "indent"], StringComparer.Ordinal);

    /// <summary>The act, or the key of the text that says why it can't be read.</summary>
    public static (ActText? Act, string Problem) Read(byte[] file)
    {
        if (file.Length > MaxBytes)
            return (null, "Akn.TooLarge");
        try
        {
            return Load(file) is { } document ? Act(document) : (null, "Akn.TooDeep");
        }
        catch (XmlException)
        {
            return (null, "Akn.NotXml");
        }
    }

    private static XDocument? Load(byte[] file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using (var measured = XmlReader.Create(new MemoryStream(file), settings))
        {
            while (measured.Read())
            {
                if (measured.Depth > MaxDepth)
                    return null;
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        return XDocument.Load(reader);
    }

    private static (ActText? Act, string Problem) Act(XDocument document)
    {
        if (document.Root is not { Name.LocalName: "akomaNtoso" } root)
            return (null, "Akn.NotAkn");
        var spans = Spans(root);
        var articles = Named(root, "article").Take(MaxArticles + 1).Select(article => Article(article, spans)).Where(article => article.Number.Length > 0).ToList();
        if (articles.Count is 0 or > MaxArticles)
            return (null, articles.Count == 0 ? "Akn.NoArticles" : "Akn.TooLarge");
        var identifier = Named(root, "FRBRalias").Select(alias => (string?)alias.Attribute("value")).FirstOrDefault(value => value?.StartsWith("urn:nir:", StringComparison.OrdinalIgnoreCase) == true);
        var day = Named(root, "FRBRExpression").Elements().FirstOrDefault(element => element.Name.LocalName == "FRBRdate") is { } date ? Day(date.Attribute("date")) : null;
        return (new ActText(identifier is null ? null : NormKey.Of(identifier)?.Act, day, articles), "");
    }

    private static ArticleText Article(XElement article, Dictionary<string, (DateOnly? From, DateOnly? Until)> spans)
    {
        var (from, until) = spans.GetValueOrDefault(((string?)article.Attribute("period"))?.TrimStart('#') ?? "");
        return new ArticleText(
            Number(Words(article.Elements().FirstOrDefault(element => element.Name.LocalName == "num"))),
            Words(article.Elements().FirstOrDefault(element => element.Name.LocalName == "heading")), Text(article), from, until);
    }

    /// <summary>From the temporal groups of the document to days: an interval names its events, an event its day.</summary>
    private static Dictionary<string, (DateOnly? From, DateOnly? Until)> Spans(XElement root)
    {
        var events = Named(root, "eventRef").Where(one => Id(one).Length > 0).GroupBy(Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Day(group.First().Attribute("date")), StringComparer.Ordinal);
        DateOnly? At(XAttribute? reference) => reference is null ? null : events.GetValueOrDefault(reference.Value.TrimStart('#'));
        return Named(root, "temporalGroup").Where(one => Id(one).Length > 0).GroupBy(Id, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.First().Elements().FirstOrDefault(element => element.Name.LocalName == "timeInterval") is { } interval ? (At(interval.Attribute("start")), At(interval.Attribute("end"))) : default,
            StringComparer.Ordinal);
    }

    /// <summary>“Art. 3-bis.” is <c>3bis</c>.</summary>
    private static string Number(string written)
    {
        var start = written.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return "";
        var number = new StringBuilder();
        foreach (var c in written.AsSpan(start))
        {
            if (char.IsAsciiDigit(c) || char.IsAsciiLetter(c))
                number.Append(char.ToLowerInvariant(c));
            else if (c is not ('-' or '‑' or ' '))
                break;
        }

        return number.Length <= 20 ? number.ToString() : "";
    }

    private static string Text(XElement article)
    {
        var text = new StringBuilder();
        Append(article, text);
        return string.Join('\n', text.ToString().Split('\n').Select(OneLine).Where(line => line.Length > 0));
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value.Replace('\n', ' '));
            else if (node is XElement { Name.LocalName: "num" } number && element.Name.LocalName != "article")
                text.Append('\n').Append(number.Value.Replace('\n', ' ').Trim()).Append(' ');
            else if (node is XElement child && !Silent.Contains(child.Name.LocalName))
                AppendBlock(child, text);
        }
    }

    /// <summary>A block that follows the number of its paragraph goes on in the same line.</summary>
    private static void AppendBlock(XElement child, StringBuilder text)
    {
        var isBlock = Blocks.Contains(child.Name.LocalName);
        var followsNumber = child.ElementsBeforeSelf().LastOrDefault()?.Name.LocalName == "num" || (child.Parent?.Name.LocalName is "content" or "intro" or "list" && child.ElementsBeforeSelf().FirstOrDefault() is null);
        if (isBlock && !followsNumber)
            text.Append('\n');
        Append(child, text);
        if (isBlock)
            text.Append('\n');
    }

    private static IEnumerable<XElement> Named(XElement root, string name) => root.Descendants().Where(element => element.Name.LocalName == name);

    private static string Id(XElement element) => (string?)element.Attribute("eId") ?? (string?)element.Attribute("id") ?? "";

    private static DateOnly? Day(XAttribute? written) =>
        DateOnly.TryParseExact(written?.Value ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Words(XElement? element) => element is null ? "" : OneLine(element.Value);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An act as a document gives it.</summary>
/// <param name="Act">As in <see cref="NormKey"/>; null when the document doesn't name it.</param>
/// <param name="Day">The day of this version; null when the document doesn't say.</param>
public sealed record ActText(string? Act, DateOnly? Day, IReadOnlyList<ArticleText> Articles);

/// <summary>An article as a document gives it.</summary>
/// <param name="From">With <paramref name="Until"/>, the span that the document gives it; both null when it gives none.</param>
public sealed record ArticleText(string Number, string Heading, string Text, DateOnly? From = null, DateOnly? Until = null);
