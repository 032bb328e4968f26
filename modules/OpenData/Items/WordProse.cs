using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hub.OpenData.Items;

/// <summary>Safe HTML of rich text as paragraphs, lists and tables of a Word document.</summary>
/// <param name="whole">Makes an address whole.</param>
internal sealed class WordProse(MainDocumentPart part, Func<string, string> whole)
{
    private readonly WordRuns runs = new(part, whole);

    /// <param name="offset">How many levels headings sink.</param>
    public IEnumerable<OpenXmlElement> Of(IElement prose, int offset) => prose.ChildNodes.SelectMany(node => Block(node, offset));

    /// <summary>A table whose first row names the columns.</summary>
    public Table TableOf(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<IReadOnlyList<LinkedText>>> rows) => Table(
        [
            Row(head.Select(text => Cell([runs.Paragraph([new LinkedText(text)], isBold: true)])), isHead: true),
            .. rows.Select(row => Row(row.Select(cell => Cell(cell.Count == 0 ? [new Paragraph()] : [.. cell.Select(text => (OpenXmlElement)runs.Paragraph([text]))])))),
        ],
        head.Count);

    public Paragraph Paragraph(string style, params IReadOnlyList<LinkedText> texts) => runs.Paragraph(texts, style);

    private IEnumerable<OpenXmlElement> Block(INode node, int offset)
    {
        if (node is not IElement element)
            return node is IText { Data: var text } && text.Trim().Length > 0 ? [runs.Paragraph([new LinkedText(text.Trim())])] : [];
        return element.LocalName switch
        {
            "h2" or "h3" or "h4" or "h5" or "h6" => [runs.Paragraph(element, WordStyles.Heading(element.LocalName[1] - '1' + offset))],
            "ul" or "ol" => List(element, 0, null),
            "table" => [TableOf(element), new Paragraph()],
            "blockquote" => element.Children.Select(child => (OpenXmlElement)runs.Paragraph(child, WordStyles.Quote)),
            "pre" => element.TextContent.TrimEnd().Split('\n').Select(line => (OpenXmlElement)runs.Paragraph([new LinkedText(line)], WordStyles.Code)),
            "dl" => element.Children.Select(child => (OpenXmlElement)runs.Paragraph(child, child.LocalName == "dt" ? null : WordStyles.Quote, isBold: child.LocalName == "dt")),
            "div" or "section" or "figure" => element.ChildNodes.SelectMany(child => Block(child, offset)),
            "hr" => [],
            _ => [runs.Paragraph(element)],
        };
    }

    /// <summary>Each item's own words are a paragraph of the list; lists within it stand one level deeper.</summary>
    private IEnumerable<OpenXmlElement> List(IElement list, int level, int? number)
    {
        var isOrdered = list.LocalName == "ol";
        var own = !isOrdered ? WordStyles.Bullets : number is { } outer && level > 0 && list.ParentElement?.Closest("ol") is not null ? outer
            : WordStyles.NewOrderedList(part, int.TryParse(list.GetAttribute("start"), out var start) ? start : 1);
        foreach (var item in list.Children.Where(child => child.LocalName == "li"))
        {
            var inner = item.Children.Where(child => child.LocalName is "ul" or "ol").ToList();
            var blocks = item.Children.Where(child => child.LocalName is "p").ToList();
            var first = blocks.Count > 0 ? runs.Paragraph(blocks[0]) : runs.Paragraph(item, except: inner);
            first.PrependChild(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = Math.Min(level, 8) }, new NumberingId { Val = own })));
            yield return first;
            foreach (var block in blocks.Skip(1))
                yield return runs.Paragraph(block, WordStyles.Quote);
            foreach (var deeper in inner.SelectMany(child => List(child, level + 1, own)))
                yield return deeper;
        }
    }

    private Table TableOf(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        var columns = Math.Max(1, rows.Count == 0 ? 1 : rows.Max(row => row.Children.Length));
        return Table(
            [.. rows.Select(row => Row(
                row.Children.Select(cell => Cell([runs.Paragraph(cell, isBold: cell.LocalName == "th")]))
                    .Concat(Enumerable.Range(0, columns - row.Children.Length).Select(_ => Cell([new Paragraph()]))),
                isHead: row.ParentElement?.LocalName == "thead"))],
            columns);
    }

    private static Table Table(IEnumerable<TableRow> rows, int columns) => new(
    [
        new TableProperties(
            new TableStyle { Val = WordStyles.Table }, new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true }),
        new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = $"{9000 / columns}" })),
        .. rows,
    ]);

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead = false) =>
        isHead ? new TableRow([new TableRowProperties(new TableHeader()), .. cells]) : new TableRow(cells);

    private static TableCell Cell(IEnumerable<OpenXmlElement> content) => new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), .. content]);
}
