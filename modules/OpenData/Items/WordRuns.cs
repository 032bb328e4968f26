using System.Text;
using System.Xml;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hub.OpenData.Items;

/// <summary>The words within a paragraph of a Word document: bold, links, and pictures by their alternative text.</summary>
internal sealed class WordRuns(MainDocumentPart part, Func<string, string> whole)
{
    public Paragraph Paragraph(IReadOnlyList<LinkedText> texts, string? style = null, bool isBold = false) => Paragraph(
        style, texts.SelectMany(text => text.Address is { } address ? [Link(address, [Run(text.Text, new Looks(isBold))])] : new OpenXmlElement[] { Run(text.Text, new Looks(isBold)) }));

    /// <param name="except">Children that stand elsewhere.</param>
    public Paragraph Paragraph(IElement element, string? style = null, bool isBold = false, IReadOnlyCollection<IElement>? except = null) =>
        Paragraph(style, element.ChildNodes.Where(node => except?.Contains(node) != true).SelectMany(node => Inline(node, new Looks(isBold))));

    private static Paragraph Paragraph(string? style, IEnumerable<OpenXmlElement> content) => style is null
        ? new Paragraph(content)
        : new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private IEnumerable<OpenXmlElement> Inline(INode node, Looks looks)
    {
        if (node is IText text)
            return text.Data.Length == 0 ? [] : [Run(Collapsed(text.Data), looks)];
        if (node is not IElement element)
            return [];
        return element.LocalName switch
        {
            "br" => [new Run(new Break())],
            "img" => [Run(Texts.In["Word.Picture", element.GetAttribute("alt") ?? ""], looks)],
            "strong" or "b" or "dt" => Inner(element, looks with { IsBold = true }),
            "em" or "i" => Inner(element, looks with { IsItalic = true }),
            "code" => Inner(element, looks with { IsCode = true }),
            "a" when element.GetAttribute("href") is { Length: > 0 } address && !address.StartsWith('#') => [Link(whole(address), Inner(element, looks))],
            "li" or "p" or "div" => [.. Inner(element, looks), new Run(new Break())],
            _ => Inner(element, looks),
        };
    }

    private IEnumerable<OpenXmlElement> Inner(IElement element, Looks looks) => element.ChildNodes.SelectMany(child => Inline(child, looks));

    /// <summary>A link, or its words alone when the address can't be one.</summary>
    private OpenXmlElement Link(string address, IEnumerable<OpenXmlElement> content)
    {
        var runs = content.SelectMany(element => element is Hyperlink inner ? inner.ChildElements.Select(run => run.CloneNode(true)) : [element]).ToList();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https" or "mailto" or "tel"))
            return new Run(runs.OfType<Run>().SelectMany(run => run.ChildElements.Where(child => child is not RunProperties).Select(child => child.CloneNode(true))));
        foreach (var run in runs.OfType<Run>())
        {
            run.RunProperties ??= new RunProperties();
            run.RunProperties.RunStyle = new RunStyle { Val = WordStyles.Link };
        }

        return new Hyperlink(runs) { Id = part.AddHyperlinkRelationship(target, true).Id, History = true };
    }

    private static Run Run(string text, Looks looks)
    {
        var run = new Run();
        var properties = new RunProperties();
        if (looks.IsCode)
            properties.Append(new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" });
        if (looks.IsBold)
            properties.Append(new Bold());
        if (looks.IsItalic)
            properties.Append(new Italic());
        if (properties.HasChildren)
            run.Append(properties);
        var lines = Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static string Collapsed(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) || c == '\u00A0')
                collapsed.Append(c);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    /// <summary>Without the characters that XML can't hold.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
            clean.Append(rune.ToString());
        return clean.ToString();
    }

    private readonly record struct Looks(bool IsBold, bool IsItalic = false, bool IsCode = false);
}
