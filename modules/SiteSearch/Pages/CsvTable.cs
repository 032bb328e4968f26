using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Pages;

/// <summary>A list as a table (RFC 4180, UTF-8 with a mark, so that spreadsheets read the accents). No cell is taken for a formula.</summary>
internal static class CsvTable
{
    /// <summary>A longer list is cut.</summary>
    public const int Rows = 2000;

    private static readonly string[] Columns = ["id", "type", "region", "title", "summary", "status", "published", "updated", "url"];

    public static IActionResult Of(ExportedList list)
    {
        var table = new StringBuilder();
        Line(table, Columns);
        foreach (var item in list.Items)
            Line(table, item.Id.ToString(), item.Type, item.Region, item.Title, item.Summary, item.Status.Code(), Day(item.Published), Day(item.Updated), list.AddressOf(item));
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())], "text/csv; charset=utf-8")
        {
            FileDownloadName = list.List.Path.Trim('/') + ".csv",
        };
    }

    private static void Line(StringBuilder table, params string[] cells) => table.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
