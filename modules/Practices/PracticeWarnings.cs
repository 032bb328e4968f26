using System.Globalization;
using Hub.Content;

namespace Hub.Practices;

/// <summary>
/// What doesn't fit together in a practice's dates. Sources do contradict themselves: readers and editors are told, nothing
/// is refused.
/// </summary>
public static class PracticeWarnings
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Sentences for readers, in the order of the page.</summary>
    public static IReadOnlyList<string> Of(Practice practice) =>
    [
        .. practice.Meetings.Where(meeting => meeting.Day is { } day && IsOutside(day, practice.Period))
            .Select(meeting => Texts.In["Warning.MeetingOutside", meeting.Title, Written(meeting.Day!.Value)]),
        .. practice.Meetings.Where(meeting => meeting.End < meeting.When)
            .Select(meeting => Texts.In["Warning.MeetingReversed", meeting.Title]),
        .. practice.Deadlines.Where(deadline => deadline.Date > practice.Period?.To)
            .Select(deadline => Texts.In["Warning.DeadlineAfter", deadline.What, Written(deadline.Date)]),
    ];

    private static bool IsOutside(DateOnly day, Period? period) => day < period?.From || day > period?.To;

    private static string Written(DateOnly day) => day.ToString("d MMMM yyyy", Italian);
}
