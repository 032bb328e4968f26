using System.Globalization;

namespace Hub.Search.Queries;

/// <summary>
/// Reads <c>2020..2023</c>, <c>..2023</c>, <c>&gt;=2020</c> or a single value, of numbers, of days or of keywords. Days are written
/// <c>2023-05-31</c>, <c>31/5/2023</c>, or shorter: a month or a year stands for all of its days.
/// </summary>
internal static class RangeText
{
    private static readonly string[] Days = ["yyyy-M-d", "d/M/yyyy", "d.M.yyyy"];
    private static readonly string[] Months = ["yyyy-M", "M/yyyy"];
    private static readonly string[] Years = ["yyyy"];

    /// <summary>The values asked for of a keyword field.</summary>
    public static Query Values(KeywordField field, string text)
    {
        var (from, to, isRange) = Bounds(text);
        if (!isRange || (from.Length == 0 && to.Length == 0))
            return new ValueQuery(field.Name, text);
        return new ValueRangeQuery(field.Name, from.Length == 0 ? null : from, to.Length == 0 ? null : to);
    }

    /// <summary>The numbers asked for, null if the text names none.</summary>
    public static RangeQuery? Numbers(NumberField field, string text)
    {
        var (from, to, _) = Bounds(text);
        var first = Read(field, from)?.First;
        var last = Read(field, to)?.Last;
        if (first is null && last is null)
            return null;
        return new RangeQuery(field.Name, first + (text.StartsWith('>') && !IsInclusive(text) ? Length(field, from) : 0), last - (text.StartsWith('<') && !IsInclusive(text) ? Length(field, to) : 0));
    }

    private static (string From, string To, bool IsRange) Bounds(string text)
    {
        if (text.StartsWith('>') || text.StartsWith('<'))
        {
            var bound = text[(IsInclusive(text) ? 2 : 1)..];
            return text[0] == '>' ? (bound, "", true) : ("", bound, true);
        }
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (text, text, false) : (text[..dots], text[(dots + 2)..], true);
    }

    private static bool IsInclusive(string text) => text.Length > 1 && text[1] == '=';

    /// <summary>How many numbers a bound stands for, so that what lies strictly beyond it can be said.</summary>
    private static long Length(NumberField field, string text) => Read(field, text) is { } span ? span.Last - span.First + 1 : 0;

    private static (long First, long Last)? Read(NumberField field, string text)
    {
        if (field.Unit == NumberUnit.None)
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((decimal)number) < long.MaxValue / 2 ? (number, number) : null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Span(field, day, day);
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return Span(field, day, day.AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1));
        return DateOnly.TryParseExact(text, Years, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? Span(field, day, new DateOnly(day.Year, 12, 31)) : null;
    }

    private static (long First, long Last) Span(NumberField field, DateOnly first, DateOnly last)
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        long from = first.DayNumber - epoch, to = last.DayNumber - epoch;
        return field.Unit == NumberUnit.Days ? (from, to) : (from * 86_400, (to + 1) * 86_400 - 1);
    }
}
