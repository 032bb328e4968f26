using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Content.Files;

/// <summary>An item as the Markdown file that an import would take, without personal data.</summary>
public static class ItemMarkdown
{
    /// <param name="item">As readers see it.</param>
    public static string Of(Item item, TypeDefinition type) => ItemFile.Write(item, type.Open());
}
