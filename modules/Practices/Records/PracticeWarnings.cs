using System.Globalization;
using Hub.Web.Frame;

namespace Hub.Practices.Records;

/// <summary>
/// What doesn't fit together in a practice's dates and sums. Sources do contradict themselves: readers and editors are told,
/// nothing is refused.
/// </summary>
public static class PracticeWarnings
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Sentences for readers, in the order of the page.</summary>
    public static IReadOnlyList<string> Of(Practice practice) =>
    [
        .. Sums(practice),
        .. practice.Steps.Where(step => step.Period is { } period && (IsBefore(period, practice.Period) || IsAfter(period, practice.Period)))
            .Select(step => Texts.In["Warning.StepOutside", step.Title]),
        .. practice.Meetings.Where(meeting => meeting.Day is { } day && IsOutside(day, practice.Period))
            .Select(meeting => Texts.In["Warning.MeetingOutside", meeting.Title, meeting.Day!.Value.InWords()]),
        .. practice.Meetings.Where(meeting => meeting.End < meeting.When)
            .Select(meeting => Texts.In["Warning.MeetingReversed", meeting.Title]),
        .. practice.Deadlines.Where(deadline => deadline.Date > practice.Period?.To)
            .Select(deadline => Texts.In["Warning.DeadlineAfter", deadline.What, deadline.Date.InWords()]),
    ];

    /// <summary>The parts are more than the whole, or all are told and are less.</summary>
    private static IEnumerable<string> Sums(Practice practice)
    {
        var sum = practice.Funding.Sum(part => part.Amount ?? 0);
        var isWhole = practice.Funding.Count > 0 && practice.Funding.All(part => part.Amount is not null);
        if (practice.Amount is { } amount && (sum > amount || (isWhole && sum < amount)))
            yield return Texts.In["Warning.Sum", Euro(amount), Euro(sum), Euro(Math.Abs(amount - sum))];
    }

    private static string Euro(decimal amount) => amount.ToString("N2", Italian) + " €";

    private static bool IsOutside(DateOnly day, Period? period) => day < period?.From || day > period?.To;

    private static bool IsBefore(Period step, Period? whole) => step.From < whole?.From;

    private static bool IsAfter(Period step, Period? whole) => step.To > whole?.To;
}
