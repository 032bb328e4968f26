using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hub.OpenData.Items;

/// <summary>The styles and lists of a Word document: real headings, real lists, Italian as the language.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Link = "Hyperlink";
    public const string Quote = "Quote";
    public const string Code = "Code";
    public const string Table = "TableGrid";

    /// <summary>Numbering of lists with bullets; each ordered list has a number of its own above it.</summary>
    public const int Bullets = 1;

    private const int Ordered = 2;
    private const int Levels = 9;

    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 4)}";

    public static void AddTo(MainDocumentPart part)
    {
        part.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = "it-IT", EastAsia = "it-IT" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", null, isDefault: true),
            Paragraph(Title, "Title", "44", isBold: true),
            Paragraph(Subtitle, "Subtitle", "26"),
            Paragraph("Heading1", "heading 1", "32", isBold: true, outline: 0),
            Paragraph("Heading2", "heading 2", "27", isBold: true, outline: 1),
            Paragraph("Heading3", "heading 3", "24", isBold: true, outline: 2),
            Paragraph("Heading4", "heading 4", "22", isBold: true, outline: 3),
            Paragraph(Quote, "Quote", null, indent: "567"),
            Paragraph(Code, "Code", "20", indent: "284"),
            new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "0B4F8A" }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = Link },
            new Style(
                new StyleName { Val = "Table Grid" },
                new StyleTableProperties(new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })))
            { Type = StyleValues.Table, StyleId = Table });
        part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            Abstract(Bullets, NumberFormatValues.Bullet), Abstract(Ordered, NumberFormatValues.Decimal),
            new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets });
    }

    /// <summary>A new ordered list, which begins at a number.</summary>
    /// <returns>Its number.</returns>
    public static int NewOrderedList(MainDocumentPart part, int start)
    {
        var numbering = part.NumberingDefinitionsPart!.Numbering;
        var number = numbering.Elements<NumberingInstance>().Max(instance => instance.NumberID!.Value) + 1;
        var overrides = Enumerable.Range(0, Levels).Select(level => new LevelOverride(new StartOverrideNumberingValue { Val = level == 0 ? start : 1 }) { LevelIndex = level });
        numbering.Append(new NumberingInstance([new AbstractNumId { Val = Ordered }, .. overrides]) { NumberID = number });
        return number;
    }

    private static Style Paragraph(string id, string name, string? size, bool isBold = false, bool isDefault = false, int? outline = null, string? indent = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        else
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
            paragraph.Append(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" });
        if (indent is not null)
            paragraph.Append(new Indentation { Left = indent });
        if (outline is not null)
            paragraph.Append(new OutlineLevel { Val = outline });
        if (paragraph.HasChildren)
            style.Append(paragraph);
        var run = new StyleRunProperties();
        if (isBold)
            run.Append(new Bold());
        if (size is not null)
            run.Append(new FontSize { Val = size });
        if (run.HasChildren)
            style.Append(run);
        return style;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format) => new(
        [new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, .. Enumerable.Range(0, Levels).Select(level => Level(level, format))]) { AbstractNumberId = id };

    private static Level Level(int level, NumberFormatValues format) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = format == NumberFormatValues.Bullet ? "•" : $"%{level + 1}." },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = $"{(level + 1) * 425}", Hanging = "425" })) { LevelIndex = level };
}
