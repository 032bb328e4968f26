using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;

namespace Hub.Web.Items;

/// <summary>An item made ready for its page.</summary>
/// <param name="Prose">The Markdown fields that have a value, as safe HTML, by field name.</param>
public sealed record ItemModel(
    Region Region, TypeDefinition Type, Item Item, IReadOnlyDictionary<string, ProseText> Prose, VocabularySet Vocabularies)
{
    /// <summary>The Markdown fields that have a value, in the type's order; for the page and its index.</summary>
    public IEnumerable<ItemSection> Sections => Type.Fields
        .Where(each => Prose.ContainsKey(each.Name))
        .Select(each => new ItemSection(each.Name, each.Label, each.IsBody, Prose[each.Name]));

    /// <summary>The other fields that have a value, title, summary and what the region added left out; for a generic page.</summary>
    public IEnumerable<FieldModel> Facts => Type.Fields
        .Where(each => !Prose.ContainsKey(each.Name) && each.Name is not ("title" or "summary") && !each.IsPersonal && !each.IsRegional)
        .Select(each => Field(each.Name))
        .OfType<FieldModel>();

    /// <summary>The same of the fields that the region added; on every item's page.</summary>
    public IEnumerable<FieldModel> Added => Type.Fields
        .Where(each => each.IsRegional && !Prose.ContainsKey(each.Name) && !each.IsPersonal)
        .Select(each => Field(each.Name))
        .OfType<FieldModel>();

    /// <summary>A field made ready for its display, or null when it has no value.</summary>
    public FieldModel? Field(string name) =>
        Type.Find(name) is { } found && Item.Data[name] is { } value ? new FieldModel(Region, found, value, Vocabularies) : null;
}

/// <summary>A Markdown field on a page.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="IsBody">The main text, which brings its own headings.</param>
public sealed record ItemSection(string Id, string Label, bool IsBody, ProseText Prose);

/// <summary>A field with its value, for the view <c>Fields/&lt;kind&gt;</c>.</summary>
public sealed record FieldModel(Region Region, FieldDefinition Field, JsonNode Value, VocabularySet Vocabularies)
{
    /// <summary>The elements of a list; the value itself when it is none.</summary>
    public IEnumerable<JsonNode> Many => Value is JsonArray list ? list.OfType<JsonNode>() : [Value];

    /// <summary>The value as what its kind stands for: a <c>decimal</c>, a <c>Period</c>, an array of <c>NormReference</c>.</summary>
    public T As<T>() => Value.Deserialize<T>(ContentJson.Options)!;
}
