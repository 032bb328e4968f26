using Hub.Content.Items;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.SiteMap;

namespace Hub.Web.Items;

/// <summary>Makes items ready for their pages: the public one and the preview of what is not published yet. For one scope.</summary>
public sealed class ItemPages(ProseRenderer prose, VocabularyReader vocabularies, PageFrame frame, ViewNames views)
{
    /// <summary>Fills the page's frame, and tells which view shows the item with which model.</summary>
    public async Task<(string View, ItemModel Model)> Make(Region region, TypeDefinition type, Item item, CancellationToken cancel)
    {
        frame.Under(type.Plural, $"/{type.Section}").Is(item.Title, item.Summary);
        frame.Updated = item.Updated;
        frame.Canonical = item.Region == region.Id ? null : $"/{item.Path}";
        frame.JsonLd.Add(JsonLd.Of(item, type, region));

        var texts = new Dictionary<string, ProseText>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (field.KindId == "markdown" && item.Data[field.Name] is not null)
                texts[field.Name] = await prose.Render(region, item, field.Name, cancel);
        }

        return (views.Of(type, null, "Item"), new ItemModel(region, type, item, texts, await vocabularies.Read(region, cancel)));
    }
}
