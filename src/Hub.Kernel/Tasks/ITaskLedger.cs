namespace Hub.Kernel.Tasks;

/// <summary>
/// Remembers when each task last ran in each region, and grants each run to one node. Kept in the database, so that
/// nodes agree.
/// </summary>
public interface ITaskLedger
{
    /// <summary>The time for which the task was last begun in the region, in UTC; null when never.</summary>
    Task<DateTime?> LastRun(string region, string task, CancellationToken cancel);

    /// <summary>
    /// Grants the run that is due at <paramref name="due"/> to this caller, at most once among all nodes. Refused when
    /// that run or a later one was granted before, or when an earlier one is neither ended nor lost.
    /// </summary>
    /// <param name="holdUntil">After this the run counts as lost, and another may begin.</param>
    Task<bool> TryBegin(string region, string task, DateTime due, DateTime holdUntil, CancellationToken cancel);

    /// <summary>Records how the run ended.</summary>
    /// <param name="error">Null when it went well.</param>
    Task End(string region, string task, string? error, CancellationToken cancel);
}
