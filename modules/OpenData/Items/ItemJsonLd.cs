using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Places;
using Hub.Content.Prose;
using Hub.Content.Vocabularies;
using Hub.Web.Exports;
using Hub.Web.SiteMap;

namespace Hub.OpenData.Items;

/// <summary>
/// An item as schema.org data: what the page itself says, and what its fields say by their kind. A norm that is cited is a
/// <c>Legislation</c>, a term a <c>DefinedTerm</c>, a comune a <c>Place</c>, a source a <c>citation</c>.
/// </summary>
internal static class ItemJsonLd
{
    /// <param name="basic">The data that stand in the page.</param>
    /// <param name="open">Without the fields that hold personal data.</param>
    /// <param name="sections">What modules know of it beside.</param>
    public static string Of(string basic, Item item, TypeDefinition open, VocabularySet vocabularies, string address, string permanent, IReadOnlyList<ItemSection> sections)
    {
        var data = JsonNode.Parse(basic)!.AsObject();
        data["@id"] = permanent;
        data["url"] = address;
        data["identifier"] = item.Id.ToString();
        data["name"] = item.Title;
        data["version"] = item.Version;
        foreach (var field in open.Fields)
        {
            if (item.Data[field.Name] is { } value)
                Add(data, field, value, open, vocabularies);
        }

        SectionText.AddTo(data, sections);
        return data.ToJsonString(ContentJson.Options);
    }

    private static void Add(JsonObject data, FieldDefinition field, JsonNode value, TypeDefinition type, VocabularySet vocabularies)
    {
        var said = SchemaPropertyAttribute.Of(type.Record, field.Name);
        var named = said?.Name;
        switch (field.KindId)
        {
            case "terms":
                foreach (var code in Many(value))
                    Append(data, named ?? "about", new JsonObject { ["@type"] = "DefinedTerm", ["termCode"] = code.ToString(), ["name"] = vocabularies.NameOf(field.Of, code.ToString()), ["inDefinedTermSet"] = field.Of });
                break;
            case "norms":
                foreach (var norm in Many(value))
                    Append(data, named ?? "citation", new JsonObject { ["@type"] = "Legislation", ["legislationIdentifier"] = norm["urn"]!.ToString(), ["name"] = norm["label"]!.ToString() });
                break;
            case "places":
                foreach (var code in Many(value))
                    Append(data, named ?? "spatialCoverage", new JsonObject { ["@type"] = "Place", ["identifier"] = code.ToString(), ["name"] = Comuni.Find(code.ToString())?.Name ?? code.ToString() });
                break;
            case "period":
                data[named ?? "temporalCoverage"] = $"{value["from"]?.ToString() ?? ".."}/{value["to"]?.ToString() ?? ".."}";
                break;
            case "group" when field.Name == "sources":
                foreach (var source in Many(value).OfType<JsonObject>())
                    Append(data, "citation", Source(source));
                break;
            case "markdown" when field.IsBody:
                data["text"] = PlainText.Of(value.ToString()).Trim();
                break;
            case "markdown":
                Append(data, "hasPart", new JsonObject { ["@type"] = "CreativeWork", ["name"] = field.Label, ["text"] = PlainText.Of(value.ToString()).Trim() });
                break;
            case "money" when named is not null:
                Append(data, named, new JsonObject { ["@type"] = "MonetaryGrant", ["amount"] = new JsonObject { ["@type"] = "MonetaryAmount", ["currency"] = "EUR", ["value"] = value.DeepClone() } });
                break;
            case "group" when said is { Type.Length: > 0 } && field.Fields.FirstOrDefault(inner => inner.KindId == "text") is { } name:
                foreach (var row in Many(value).OfType<JsonObject>().Where(row => row[name.Name] is not null))
                    Append(data, said.Name, new JsonObject { ["@type"] = said.Type, ["name"] = row[name.Name]!.ToString() });
                break;
            case "text" when said is { Type.Length: > 0 }:
                Append(data, said.Name, new JsonObject { ["@type"] = said.Type, ["name"] = value.ToString() });
                break;
            case "texts" when named is not null:
                data[named] = value.DeepClone();
                break;
            default:
                if (named is not null && value is JsonValue)
                    data[named] = value.DeepClone();
                break;
        }
    }

    private static JsonObject Source(JsonObject source)
    {
        var work = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source["title"]?.ToString() };
        if (source["url"] is JsonObject link)
            work["url"] = link["url"]?.ToString();
        if (source["date"] is { } date)
            work["datePublished"] = date.ToString();
        return work;
    }

    private static void Append(JsonObject data, string property, JsonObject value)
    {
        if (data[property] is not JsonArray list)
            data[property] = list = [];
        list.Add((JsonNode)value);
    }

    private static IEnumerable<JsonNode> Many(JsonNode value) => value is JsonArray list ? list.OfType<JsonNode>() : [value];
}
