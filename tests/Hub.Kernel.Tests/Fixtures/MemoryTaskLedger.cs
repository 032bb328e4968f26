using Hub.Kernel.Tasks;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>Runs in memory, as one database shared by any number of nodes.</summary>
internal sealed class MemoryTaskLedger(TimeProvider clock) : ITaskLedger
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, Run> runs = new(StringComparer.Ordinal);

    private sealed record Run(DateTime Due, DateTime HoldUntil, bool HasEnded, string? Error);

    /// <summary>The region whose rows can't be read.</summary>
    public string? BrokenRegion { get; set; }

    /// <summary>How often <see cref="LastRun"/> was asked.</summary>
    public int Asked { get; private set; }

    public string? ErrorOf(string region, string task) => runs[$"{region} {task}"].Error;

    public bool HasEnded(string region, string task) => runs[$"{region} {task}"].HasEnded;

    public Task<DateTime?> LastRun(string region, string task, CancellationToken cancel)
    {
        if (region == BrokenRegion)
            throw new IOException($"The rows of {region} can't be read.");
        lock (guard)
        {
            Asked++;
            return Task.FromResult(runs.TryGetValue($"{region} {task}", out var run) ? run.Due : (DateTime?)null);
        }
    }

    public Task<bool> TryBegin(string region, string task, DateTime due, DateTime holdUntil, CancellationToken cancel)
    {
        lock (guard)
        {
            if (runs.TryGetValue($"{region} {task}", out var run)
                && (run.Due >= due || (!run.HasEnded && run.HoldUntil > clock.GetUtcNow().UtcDateTime)))
                return Task.FromResult(false);
            runs[$"{region} {task}"] = new Run(due, holdUntil, HasEnded: false, Error: null);
            return Task.FromResult(true);
        }
    }

    public Task End(string region, string task, string? error, CancellationToken cancel)
    {
        lock (guard)
            runs[$"{region} {task}"] = runs[$"{region} {task}"] with { HasEnded = true, Error = error };
        return Task.CompletedTask;
    }
}
