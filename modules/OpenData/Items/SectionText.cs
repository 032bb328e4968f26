using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using Hub.Kernel.Extensions;
using Hub.Web.Exports;

namespace Hub.OpenData.Items;

/// <summary>What modules tell of an item beside its fields, in the form of each file.</summary>
internal static class SectionText
{
    /// <summary>All that the region's modules tell of an item.</summary>
    public static async Task<IReadOnlyList<ItemSection>> Of(EnabledExtensions extensions, Item item, CancellationToken cancel)
    {
        var all = new List<ItemSection>();
        foreach (var teller in extensions.Of<IItemSections>().Where(teller => teller.Type == item.Type))
            all.AddRange(await teller.Of(item, cancel));
        return all;
    }

    public static IEnumerable<OpenXmlElement> InWord(WordProse prose, ItemSection section)
    {
        yield return prose.Paragraph(WordStyles.Heading(1), new LinkedText(section.Title));
        foreach (var paragraph in section.Paragraphs)
            yield return prose.Paragraph("Normal", new LinkedText(paragraph));
        if (section.Head.Count > 0)
            yield return prose.TableOf(section.Head, section.Rows.Select(IReadOnlyList<IReadOnlyList<LinkedText>> (row) => [.. row.Select(IReadOnlyList<LinkedText> (cell) => [new LinkedText(cell)])]));
    }

    /// <summary>A file of Markdown with the sections as comments on top of its front matter, since an import reads the rest as the item.</summary>
    /// <param name="file">Begins with the line of the front matter.</param>
    public static string InMarkdown(string file, IReadOnlyList<ItemSection> sections)
    {
        const string Open = "---\n";
        var comments = new StringBuilder();
        foreach (var section in sections)
        {
            comments.Append("# ").Append(Line(section.Title)).Append('\n');
            foreach (var text in section.Paragraphs.Concat(section.Rows.Select(row => string.Join("; ", section.Head.Zip(row, (name, cell) => $"{name}: {cell}")))))
                comments.Append("# - ").Append(Line(text)).Append('\n');
        }

        return Open + comments + file[Open.Length..];
    }

    /// <summary>Adds the properties to what the item's own fields say.</summary>
    public static void AddTo(JsonObject data, IEnumerable<ItemSection> sections)
    {
        foreach (var (property, values) in sections.SelectMany(section => section.Data))
        {
            if (data[property] is not JsonArray list)
                data[property] = list = data[property] is { } one ? [one.DeepClone()] : [];
            foreach (var value in values as JsonArray ?? [])
                list.Add(value?.DeepClone());
        }
    }

    /// <summary>One line, whatever a reader of YAML takes for the end of one.</summary>
    private static string Line(string text) => string.Join(' ', text.Split([.. text.Where(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF').Distinct()], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
