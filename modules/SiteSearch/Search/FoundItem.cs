using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Search;
using Hub.SiteSearch.Index;

namespace Hub.SiteSearch.Search;

/// <summary>An item that was found, as results show it; read from the index alone. Immutable.</summary>
/// <param name="Type">Id of its type.</param>
/// <param name="Region">The region that it belongs to.</param>
/// <param name="Path">Within a region that shows it.</param>
/// <param name="TitleHtml">The title with the words marked; safe.</param>
/// <param name="PassageHtml">The passage that answers best, with the words marked, else the summary; safe.</param>
public sealed record FoundItem(
    Guid Id, string Type, string Region, string Path, string Title, string Summary, string TitleHtml, string PassageHtml, Status Status,
    DateOnly? Published, DateOnly Updated)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All); // accents as they are

    private const int LongestTitle = 400;
    private const int PassageLength = 260;

    internal static FoundItem Of(Hit hit, SearchResult result, bool marks)
    {
        var title = hit.Text(Fields.Title) ?? "";
        var summary = hit.Text(Fields.Lead) ?? "";
        return new FoundItem(
            Guid.Parse(hit.Key), First(hit, Fields.Type), First(hit, Fields.Region), First(hit, Fields.Path), title, summary,
            marks ? result.Highlight(hit, Fields.Title, LongestTitle) ?? "" : Html.Encode(title),
            marks ? Passage(hit, result, summary) : Html.Encode(summary),
            Statuses.Parse(First(hit, Fields.Status)) ?? Status.Published,
            Day(hit.Number(Fields.Published)), Day(hit.Number(Fields.Updated)) ?? DateOnly.MinValue);
    }

    private static string Passage(Hit hit, SearchResult result, string summary)
    {
        foreach (var field in new[] { Fields.Text, Fields.Summary, Fields.Attachments })
        {
            if (result.Highlight(hit, field, PassageLength) is { } passage && passage.Contains("<mark", StringComparison.Ordinal))
                return passage;
        }

        return Html.Encode(summary);
    }

    private static string First(Hit hit, string field) => hit.Values(field) is [var value, ..] ? value : "";

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;
}
