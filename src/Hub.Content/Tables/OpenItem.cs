using System.Text.Json;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Content.Tables;

/// <summary>An item as JSON for whoever reuses it: what every item has, then the values of its fields without personal data.</summary>
public static class OpenItem
{
    /// <summary>Writes one object.</summary>
    /// <param name="open">The item's type without the fields that hold personal data.</param>
    /// <param name="address">Of the item's page.</param>
    /// <param name="permanent">The address that follows the item wherever it goes.</param>
    public static void Write(Utf8JsonWriter json, Item item, TypeDefinition open, string address, string permanent)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("type", item.Type);
        json.WriteString("region", item.Region);
        json.WriteString("title", item.Title);
        json.WriteString("summary", item.Summary);
        json.WriteString("status", item.Status.Code());
        json.WriteString("language", item.Language);
        if (item.Published is { } published)
            json.WriteString("published", DateKind.Format(published));
        json.WriteString("updated", DateKind.Format(item.Updated));
        json.WriteNumber("version", item.Version);
        json.WriteString("url", address);
        json.WriteString("permalink", permanent);
        json.WritePropertyName("fields");
        OpenFields.Values(item.Data, open.Fields).WriteTo(json, ContentJson.Options);
        json.WriteEndObject();
    }
}
