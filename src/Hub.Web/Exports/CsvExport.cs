using Hub.Content.Items;
using Hub.Content.Tables;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Exports;

/// <summary>Items as a CSV file that goes out as it is made: however many there are, few are in memory.</summary>
/// <param name="name">Of the file, without ending.</param>
public sealed class CsvExport(TypeTable table, IAsyncEnumerable<Item> items, string name) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name + ".csv" }.ToString();
        await using var lines = new CsvLines(http.Response.Body);
        await lines.Add([.. table.Columns.Select(column => column.Name)], http.RequestAborted);
        await foreach (var item in items.WithCancellation(http.RequestAborted))
            await lines.Add(table.Row(item, http.PageOf(item)), http.RequestAborted);
        await lines.Flush(http.RequestAborted);
    }
}
