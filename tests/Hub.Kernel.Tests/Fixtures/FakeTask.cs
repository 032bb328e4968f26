using System.Collections.Concurrent;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>Remembers in which regions it ran, and does what it is told.</summary>
internal sealed class FakeTask(string id, string schedule, Func<Region, CancellationToken, Task>? act = null) : IBackgroundTask
{
    public string Id => id;

    public string Schedule => schedule;

    public ConcurrentQueue<string> Ran { get; } = new();

    public Task Run(Region region, CancellationToken cancel)
    {
        Ran.Enqueue(region.Id);
        return act?.Invoke(region, cancel) ?? Task.CompletedTask;
    }
}
