using System.Globalization;
using Hub.Content;

namespace Hub.Web.Desk;

/// <summary>Days and times in forms: browsers' own controls for what they can show, a line of text for what was typed otherwise.</summary>
public static class FormDates
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Whether a date control can show it.</summary>
    public static bool IsDay(string text) => text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a control for date and time can show it.</summary>
    public static bool IsMinute(string text) => text.Length == 0 || DateTime.TryParseExact(text, Minute, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A stored moment as the time in Rome; other text as it is.</summary>
    public static string Local(string text) =>
        text.EndsWith('Z') && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? Local(utc) : text;

    /// <summary>The time in Rome; empty for null.</summary>
    public static string Local(DateTime? utc) => utc is { } moment ? RomeTime.FromUtc(moment).ToString(Minute, CultureInfo.InvariantCulture) : "";
}
