using Hub.Web.Frame;

namespace Hub.Practices.Records;

/// <summary>
/// What doesn't fit together in a practice's dates. Sources do contradict themselves: readers and editors are told, nothing
/// is refused.
/// </summary>
public static class PracticeWarnings
{
    /// <summary>Sentences for readers, in the order of the page.</summary>
    public static IReadOnlyList<string> Of(Practice practice) =>
    [
        .. practice.Meetings.Where(meeting => meeting.Day is { } day && IsOutside(day, practice.Period))
            .Select(meeting => Texts.In["Warning.MeetingOutside", meeting.Title, meeting.Day!.Value.InWords()]),
        .. practice.Meetings.Where(meeting => meeting.End < meeting.When)
            .Select(meeting => Texts.In["Warning.MeetingReversed", meeting.Title]),
        .. practice.Deadlines.Where(deadline => deadline.Date > practice.Period?.To)
            .Select(deadline => Texts.In["Warning.DeadlineAfter", deadline.What, deadline.Date.InWords()]),
    ];

    private static bool IsOutside(DateOnly day, Period? period) => day < period?.From || day > period?.To;
}
