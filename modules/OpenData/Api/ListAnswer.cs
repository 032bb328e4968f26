using System.Text.Json;
using Hub.Content;
using Hub.Content.Tables;
using Hub.SiteSearch.Pages;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.OpenData.Api;

/// <summary>A page of a type's list, each item with all its open fields; described by <see cref="OpenApi"/>.</summary>
internal sealed class ListAnswer(ExportedList list, IReadOnlyList<Item> items, TypeDefinition open) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var query = list.List.Query;
        var next = ApiAnswer.NextOf(list);
        http.Response.ContentType = "application/json; charset=utf-8";
        if (next is not null)
            http.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { Encoder = ContentJson.Options.Encoder }); // facets flush it: into a stream that would block
        json.WriteStartObject();
        json.WriteString("query", query.Text);
        json.WriteNumber("total", list.List.Page.Total);
        json.WriteNumber("page", query.Page);
        json.WriteNumber("size", query.Size);
        json.WriteString("url", list.Page);
        if (next is not null)
            json.WriteString("next", next);
        json.WriteStartArray("items");
        foreach (var item in items)
            OpenItem.Write(json, item, open, http.PageOf(item), http.PermanentOf(item.Id));
        json.WriteEndArray();
        json.WritePropertyName("facets");
        JsonSerializer.Serialize(json, ApiAnswer.FacetsOf(list), ContentJson.Options);
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
