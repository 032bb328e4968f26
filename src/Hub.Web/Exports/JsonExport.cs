using System.Text.Json;
using Hub.Content;
using Hub.Content.Items;
using Hub.Content.Tables;
using Hub.Content.Types;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Exports;

/// <summary>Items as a JSON file that goes out as it is made: what it is, then <c>items</c>, each with all its open fields.</summary>
/// <param name="head">What stands before the items, in order.</param>
/// <param name="typeOf">From a type's id to its definition; items of others are left out.</param>
public sealed class JsonExport(IReadOnlyList<KeyValuePair<string, string>> head, IAsyncEnumerable<Item> items, Func<string, TypeDefinition?> typeOf) : IActionResult
{
    private const int AtOnce = 32 * 1024;

    private readonly Dictionary<string, TypeDefinition?> open = new(StringComparer.Ordinal);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.Body, new JsonWriterOptions { Encoder = ContentJson.Options.Encoder });
        json.WriteStartObject();
        foreach (var (name, value) in head)
            json.WriteString(name, value);
        json.WriteStartArray("items");
        await foreach (var item in items.WithCancellation(http.RequestAborted))
        {
            if (Open(item.Type) is not { } type)
                continue;
            OpenItem.Write(json, item, type, http.PageOf(item), http.PermanentOf(item.Id));
            if (json.BytesPending > AtOnce)
                await json.FlushAsync(http.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    private TypeDefinition? Open(string id)
    {
        if (!open.TryGetValue(id, out var type))
            open[id] = type = typeOf(id)?.Open();
        return type;
    }
}
