using Hub.Content;

namespace Hub.Alerts.Following;

/// <summary>How often a reader wants to hear. Stored, and sent by the form, as its code.</summary>
internal static class Frequency
{
    public const string Soon = "subito";
    public const string Daily = "giorno";
    public const string Weekly = "settimana";

    public static readonly IReadOnlyList<string> All = [Soon, Daily, Weekly];

    /// <summary>The hour at which digests are made, in Rome.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>When a subscription is to be looked at again: at once, the next morning, the next Monday morning. UTC.</summary>
    public static DateTime Next(string frequency, DateTime now)
    {
        if (frequency == Soon)
            return now;
        var day = DateOnly.FromDateTime(RomeTime.FromUtc(now));
        while (MorningOf(day) <= now || (frequency == Weekly && day.DayOfWeek != DayOfWeek.Monday))
            day = day.AddDays(1);
        return MorningOf(day);
    }

    private static DateTime MorningOf(DateOnly day) => RomeTime.ToUtc(day.ToDateTime(Morning))!.Value; // no clock changes at seven
}
