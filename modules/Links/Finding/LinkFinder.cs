using System.Text.Json.Nodes;
using Hub.Content.Prose;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hub.Links.Finding;

/// <summary>Finds what an item's values link to: in its texts, and in fields that are links, files or pictures.</summary>
internal static class LinkFinder
{
    /// <summary>A longer address is not looked at; none that people use is.</summary>
    public const int MaxLength = 1000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseDefinitionLists().DisableHtml().Build();

    /// <summary>Addresses within the portal, beginning with a slash and without fragment, and addresses on the web; each once. Never throws.</summary>
    public static IReadOnlySet<string> Find(TypeDefinition type, JsonObject data)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Find(type.Fields, data, found);
        return found;
    }

    private static void Find(IReadOnlyList<FieldDefinition> fields, JsonObject values, HashSet<string> found)
    {
        foreach (var field in fields)
        {
            switch (field.KindId, values[field.Name])
            {
                case ("markdown", JsonValue text):
                    FindInText(text.ToString(), found);
                    break;
                case ("link", JsonObject link):
                    Add(link["url"]?.ToString(), found);
                    break;
                case ("file" or "image", JsonObject file) when file["path"]?.ToString() is { Length: > 0 } path:
                    Add(SafeAddress.IsExternal(path) ? path : "/" + path.TrimStart('/'), found);
                    break;
                case ("group", JsonArray rows):
                    foreach (var row in rows.OfType<JsonObject>())
                        Find(field.Fields, row, found);
                    break;
            }
        }
    }

    private static void FindInText(string markdown, HashSet<string> found)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException) // nested beyond Markdig's limit: shown as it was written, without links
        {
            return;
        }

        foreach (var link in document.Descendants<LinkInline>())
            Add(link.Url, found);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail))
            Add(link.Url, found);
    }

    private static void Add(string? address, HashSet<string> found)
    {
        var whole = address?.Trim() ?? "";
        var plain = whole.Split('#')[0];
        if (plain.Length is 0 or > MaxLength || !SafeAddress.IsSafe(plain))
            return;
        if (SafeAddress.IsExternal(plain) || plain[0] == '/')
            found.Add(plain);
        else if (SafeAddress.IsMediaPath(plain))
            found.Add("/" + plain);
    }
}
