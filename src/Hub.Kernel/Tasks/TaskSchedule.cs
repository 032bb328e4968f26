using NCrontab;

namespace Hub.Kernel.Tasks;

/// <summary>When a task is due, from five cron fields, in UTC.</summary>
internal sealed class TaskSchedule
{
    /// <summary>How far back a missed time is looked for, in days: near ones first, since most schedules are dense.</summary>
    private static readonly int[] Windows = [1, 32, 366];

    private readonly CrontabSchedule cron;

    private TaskSchedule(CrontabSchedule cron) => this.cron = cron;

    /// <returns>Null when the text is not five cron fields.</returns>
    public static TaskSchedule? Parse(string text) =>
        CrontabSchedule.TryParse(text) is { } cron ? new TaskSchedule(cron) : null;

    /// <summary>
    /// The latest time that the schedule names after <paramref name="last"/> and not after <paramref name="now"/>;
    /// null when there is none. A task that never ran looks back one hour; times missed for longer than a year are lost.
    /// </summary>
    public DateTime? LastDue(DateTime? last, DateTime now)
    {
        var after = last ?? now.AddHours(-1);
        foreach (var days in Windows)
        {
            var start = now.AddDays(-days);
            var from = after > start ? after : start;
            if (cron.GetNextOccurrences(from, now.AddTicks(1)).Cast<DateTime?>().LastOrDefault() is { } due)
                return DateTime.SpecifyKind(due, DateTimeKind.Utc);
            if (after > start)
                return null;
        }

        return null;
    }
}
