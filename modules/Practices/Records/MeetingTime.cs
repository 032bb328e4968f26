using System.Globalization;
using Hub.Content;
using Hub.Web.Frame;

namespace Hub.Practices.Records;

/// <summary>When a meeting was, in Rome, as people write it.</summary>
public static class MeetingTime
{
    /// <summary>“29 settembre 2021, ore 16.30”, “25 luglio 2022, ore 10.00–13.00”; empty without a beginning.</summary>
    public static string Of(Meeting meeting)
    {
        if (meeting.When is not { } when)
            return "";
        var begin = RomeTime.FromUtc(when);
        var written = Texts.In["Meeting.At", Day(begin), Hour(begin)];
        if (meeting.End is not { } until || until <= when)
            return written;
        var end = RomeTime.FromUtc(until);
        return end.Date == begin.Date ? $"{written}–{Hour(end)}" : $"{written} – {Day(end)}, {Hour(end)}";
    }

    private static string Day(DateTime time) => DateOnly.FromDateTime(time).InWords();

    private static string Hour(DateTime time) => time.ToString("H.mm", CultureInfo.InvariantCulture);
}
