using System.Runtime.InteropServices;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>A date as written; <see cref="Day"/> is null when the calendar has no such day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WrittenDate(int Year, DateOnly? Day);

/// <summary>Reads "7 agosto 1990", "1° dicembre 2009", "7/8/1990", "07.08.90", "2005-03-07".
/// Refuses a year outside 1800–2199 and, in figures, separators that differ (a fraction, a version number).</summary>
internal static class DateReader
{
    public static bool TryRead(in Passage passage, int at, int thisYear, out int next, out WrittenDate date) =>
        TryReadInWords(passage, at, thisYear, out next, out date) || TryReadInFigures(passage, at, thisYear, out next, out date);

    /// <summary>A year in four digits, or in two where <paramref name="shortYear"/> allows.</summary>
    public static bool TryYear(in Passage passage, int at, int thisYear, bool shortYear, out int year)
    {
        var token = passage[at];
        year = token.Value;
        if (token.Kind != TokenKind.Number || token.Has(TokenTraits.Ordinal))
            return false;
        if (token.Length == 4)
            return year is >= 1800 and < 2200;
        if (!shortYear || token.Length != 2)
            return false;
        year = Century(year, thisYear);
        return true;
    }

    public static int Century(int year, int thisYear) => year > thisYear % 100 ? 1900 + year : 2000 + year;

    private static bool TryReadInWords(in Passage passage, int at, int thisYear, out int next, out WrittenDate date)
    {
        (next, date) = (at, default);
        var day = passage[at];
        if (day.Kind != TokenKind.Number || day.Value is < 1 or > 31 || day.Length > 2)
            return false;
        var month = at + 1;
        if (passage.TermAt(month) == Term.Ordinal || passage.IsSymbol(month, '°'))
            month++;
        if (passage.TermAt(month) != Term.Month)
            return false;
        var yearAt = passage.SkipDot(month + 1);
        if (passage.TermAt(yearAt) == Term.Of)
            yearAt++;
        if (passage.IsSymbol(yearAt, '\''))
            yearAt++;
        if (!TryYear(passage, yearAt, thisYear, shortYear: true, out var year))
            return false;
        next = yearAt + 1;
        date = Written(year, passage[month].Value, day.Value);
        return true;
    }

    private static bool TryReadInFigures(in Passage passage, int at, int thisYear, out int next, out WrittenDate date)
    {
        (next, date) = (at, default);
        var separator = passage[at + 1].Symbol;
        if (separator is not ('/' or '.' or '-') || !passage.IsSymbol(at + 3, separator) || !passage.IsNumber(at) || !passage.IsNumber(at + 2) || !passage.IsNumber(at + 4))
            return false;
        var (first, second, third) = (passage[at], passage[at + 2], passage[at + 4]);
        if (second.Length > 2 || second.Value is < 1 or > 12)
            return false;
        if (first.Length == 4 && third.Length == 2 && third.Value is >= 1 and <= 31 && TryYear(passage, at, thisYear, shortYear: false, out var year))
            date = Written(year, second.Value, third.Value);
        else if (first.Length <= 2 && first.Value is >= 1 and <= 31 && TryYear(passage, at + 4, thisYear, shortYear: true, out year))
            date = Written(year, second.Value, first.Value);
        else
            return false;
        next = at + 5;
        return true;
    }

    private static WrittenDate Written(int year, int month, int day) =>
        new(year, day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null);
}
