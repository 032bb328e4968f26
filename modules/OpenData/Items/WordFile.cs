using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hub.Content.Prose;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Exports;
using Hub.Web.SiteMap;

namespace Hub.OpenData.Items;

/// <summary>
/// An item of any type as a Word document, from its definition: title, facts in a table, rich text with its headings, lists,
/// tables and links, groups as tables, how to cite it. For one scope.
/// </summary>
public sealed class WordFile(ProseRenderer prose, VocabularyReader vocabularies, ItemReader reader)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] AsTable = ["markdown", "group"];

    /// <param name="root">Address of the region's home page, without a slash at the end.</param>
    /// <param name="sections">What modules know of it beside.</param>
    public async Task<byte[]> Of(Region region, Item item, TypeDefinition type, string root, string citation, IReadOnlyList<ItemSection> sections, CancellationToken cancel)
    {
        var open = type.Open();
        var references = open.Fields.Where(field => field.KindId == "references" && item.Data[field.Name] is JsonArray).SelectMany(field => (JsonArray)item.Data[field.Name]!);
        var linked = (await reader.Find(region, references.Select(id => Guid.TryParse(id?.ToString(), out var known) ? known : Guid.Empty), cancel)).DistinctBy(found => found.Id).ToDictionary(found => found.Id);
        var texts = new FieldText(await vocabularies.Read(region, cancel), root, linked.GetValueOrDefault);
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = word.AddMainDocumentPart();
            WordStyles.AddTo(part);
            Describe(word, region, item);
            var draft = new Draft(new WordProse(part, address => Uri.TryCreate(new Uri(root + "/"), address, out var whole) ? whole.AbsoluteUri : address), texts, region, item);
            part.Document = new Document(new Body(
            [
                draft.Prose.Paragraph(WordStyles.Title, new LinkedText(item.Title)),
                .. item.Summary.Length > 0 ? new[] { draft.Prose.Paragraph(WordStyles.Subtitle, new LinkedText(item.Summary)) } : [],
                .. Facts(draft, open),
                .. await Sections(draft, open, cancel),
                .. sections.SelectMany(section => SectionText.InWord(draft.Prose, section)),
                draft.Prose.Paragraph(WordStyles.Heading(1), new LinkedText(Texts.In["Word.Cite"])),
                draft.Prose.Paragraph("Normal", new LinkedText(citation)),
                draft.Prose.Paragraph("Normal", new LinkedText(Texts.In["Word.Licence", ItemLicence.Of(item).Name], ItemLicence.Of(item).Address)),
                new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }),
            ]));
        }

        return stream.ToArray();
    }

    private static void Describe(WordprocessingDocument word, Region region, Item item)
    {
        word.PackageProperties.Title = item.Title;
        word.PackageProperties.Description = item.Summary;
        word.PackageProperties.Creator = region.Definition.Title;
        word.PackageProperties.Language = "it-IT";
        word.PackageProperties.Identifier = item.Id.ToString();
        word.PackageProperties.Modified = item.Updated.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    }

    private static IEnumerable<OpenXmlElement> Facts(Draft draft, TypeDefinition open)
    {
        var facts = open.Fields.Where(field => !AsTable.Contains(field.KindId) && field.Name is not ("title" or "summary") && draft.Item.Data[field.Name] is not null).ToList();
        if (facts.Count == 0)
            return [];
        return
        [
            draft.Prose.Paragraph(WordStyles.Heading(1), new LinkedText(Texts.In["Word.Facts"])),
            draft.Prose.TableOf(
                [Texts.In["Word.Field"], Texts.In["Word.Value"]],
                facts.Select(IReadOnlyList<IReadOnlyList<LinkedText>> (field) => [[new LinkedText(field.Label)], [.. draft.Texts.Of(field, draft.Item.Data[field.Name]!)]])),
        ];
    }

    private async Task<List<OpenXmlElement>> Sections(Draft draft, TypeDefinition open, CancellationToken cancel)
    {
        var sections = new List<OpenXmlElement>();
        foreach (var field in open.Fields.Where(field => AsTable.Contains(field.KindId)))
        {
            if (draft.Item.Data[field.Name] is not { } value)
                continue;
            if (field.KindId == "markdown")
            {
                if (!field.IsBody)
                    sections.Add(draft.Prose.Paragraph(WordStyles.Heading(1), new LinkedText(field.Label)));
                sections.AddRange(Read(draft, await prose.Render(draft.Region, draft.Item, field.Name, cancel), field.IsBody ? 0 : 1));
                continue;
            }

            sections.Add(draft.Prose.Paragraph(WordStyles.Heading(1), new LinkedText(field.Label)));
            var rows = (value as JsonArray ?? []).OfType<JsonObject>().ToList();
            if (field.Fields.Any(inner => AsTable.Contains(inner.KindId)))
                sections.AddRange(await Rows(draft, field, rows, cancel));
            else
                sections.Add(Table(draft, field, rows));
        }

        return sections;
    }

    /// <summary>Columns that no row fills are left out.</summary>
    private static Table Table(Draft draft, FieldDefinition group, List<JsonObject> rows)
    {
        var columns = group.Fields.Where(field => rows.Any(row => row[field.Name] is not null)).ToList();
        return draft.Prose.TableOf(
            [.. columns.Select(field => field.Label)],
            rows.Select(IReadOnlyList<IReadOnlyList<LinkedText>> (row) =>
                [.. columns.Select(IReadOnlyList<LinkedText> (field) => row[field.Name] is { } value ? [.. draft.Texts.Of(field, value)] : [])]));
    }

    /// <summary>Rows with rich text: each under its first words, one field after the other.</summary>
    private async Task<List<OpenXmlElement>> Rows(Draft draft, FieldDefinition group, List<JsonObject> rows, CancellationToken cancel)
    {
        var told = new List<OpenXmlElement>();
        for (var i = 0; i < rows.Count; i++)
        {
            var name = group.Fields.FirstOrDefault(field => field.KindId == "text" && rows[i][field.Name] is not null);
            told.Add(draft.Prose.Paragraph(WordStyles.Heading(2), new LinkedText(name is null ? $"{group.Label} {i + 1}" : rows[i][name.Name]!.ToString())));
            foreach (var field in group.Fields.Where(field => field != name))
            {
                if (rows[i][field.Name] is not { } value)
                    continue;
                if (field.KindId == "markdown")
                    told.AddRange(Read(draft, await prose.Render(draft.Region, draft.Item, value.ToString(), $"word {group.Name} {i} {field.Name}", cancel), 2));
                else if (field.KindId == "group" && value is JsonArray inner)
                    told.Add(Table(draft, field, [.. inner.OfType<JsonObject>()]));
                else
                    told.Add(draft.Prose.Paragraph("Normal", [new LinkedText(field.Label + ": "), .. Between(draft.Texts.Of(field, value))]));
            }
        }

        return told;
    }

    private static IEnumerable<LinkedText> Between(IEnumerable<LinkedText> texts) => texts.SelectMany((text, i) => i == 0 ? [text] : new[] { new LinkedText("; "), text });

    private static IEnumerable<OpenXmlElement> Read(Draft draft, ProseText text, int offset) =>
        draft.Prose.Of(new HtmlParser().ParseDocument(text.Html).Body!, offset);

    private sealed record Draft(WordProse Prose, FieldText Texts, Region Region, Item Item);
}
