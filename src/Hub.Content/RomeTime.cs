namespace Hub.Content;

/// <summary>Between UTC, in which times are stored, and Europe/Rome, in which people read and write them.</summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static DateTime FromUtc(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Rome);

    /// <summary>
    /// The moment of a wall-clock time; null for one that the change to summer time leaves out. Of a time that occurs
    /// twice in autumn, the second one, in standard time.
    /// </summary>
    public static DateTime? ToUtc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return Rome.IsInvalidTime(wall) ? null : TimeZoneInfo.ConvertTimeToUtc(wall, Rome);
    }

    /// <summary>The moment at which a day begins in Rome. The clock is never changed at midnight.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue))!.Value;

    /// <summary>Whether the change to summer time leaves a wall-clock time out.</summary>
    public static bool IsSkipped(DateTime local) => Rome.IsInvalidTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>The day that it is in Rome.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(FromUtc(clock.GetUtcNow().UtcDateTime));
}
