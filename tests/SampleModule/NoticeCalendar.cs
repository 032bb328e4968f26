using System.Text;

namespace SampleModule;

/// <summary>Notices as an iCalendar (RFC 5545) of whole-day events.</summary>
internal static class NoticeCalendar
{
    public static string Write(IEnumerable<Notice> notices)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//SampleModule//IT\r\n");
        foreach (var notice in notices)
        {
            text.Append($"BEGIN:VEVENT\r\nUID:{notice.Id}\r\nDTSTAMP:{notice.Day:yyyyMMdd}T000000Z\r\n");
            text.Append($"DTSTART;VALUE=DATE:{notice.Day:yyyyMMdd}\r\nSUMMARY:{Escape(notice.Title)}\r\nEND:VEVENT\r\n");
        }

        return text.Append("END:VCALENDAR\r\n").ToString();
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");
}
