using System.Collections.Concurrent;
using Hub.Content.Changes;
using Hub.Kernel.Regions;

namespace Hub.Web.Caching;

/// <summary>
/// Pages as they were last made. A page that no longer holds is never handed out; it leaves when room is needed. Where
/// several ask for a page that isn't there, one makes it and the others wait. Thread-safe.
/// </summary>
internal sealed class PageCache(RegionDirectory regions, ChangeSignal signal, TimeProvider clock)
{
    private const long MaxBytes = 256 * 1024 * 1024;

    /// <summary>What a page costs beside its body.</summary>
    private const int Overhead = 2048;

    /// <summary>How long to wait for somebody else's making of a page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<PageKey, KeptPage> pages = new();
    private readonly ConcurrentDictionary<PageKey, TaskCompletionSource> making = new();
    private readonly Lock keeping = new();
    private long bytes;

    public KeptPage? Find(in PageKey key)
    {
        if (!pages.TryGetValue(key, out var page) || !page.Holds(regions.Current, signal) || page.EndsAt <= clock.GetUtcNow().UtcDateTime)
            return null;
        var now = Environment.TickCount64;
        if (now - page.UsedAt > 1000)
            page.UsedAt = now; // not at each use, or the cores would fight for it
        return page;
    }

    /// <summary>Whether the caller is to make the page; else somebody else was making it, and has ended now or takes long.</summary>
    public async ValueTask<bool> BeginMaking(PageKey key, CancellationToken cancel)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = making.GetOrAdd(key, mine);
        if (first == mine)
            return true;
        try
        {
            await first.Task.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            // A long answer, on its way to a slow reader.
        }

        return false;
    }

    /// <param name="page">Null when what was made can't be kept.</param>
    public void EndMaking(in PageKey key, KeptPage? page)
    {
        if (page is not null)
            Keep(key, page);
        if (making.TryRemove(key, out var mine))
            mine.SetResult();
    }

    private void Keep(in PageKey key, KeptPage page)
    {
        lock (keeping)
        {
            Remove(key);
            pages[key] = page;
            bytes += Cost(page);
            if (bytes > MaxBytes)
                MakeRoom();
        }
    }

    /// <summary>Takes out what no longer holds, then what was not used for longest, down to three quarters.</summary>
    private void MakeRoom()
    {
        foreach (var (key, _) in pages.OrderBy(pair => pair.Value.Holds(regions.Current, signal)).ThenBy(pair => pair.Value.UsedAt).ToList())
        {
            if (bytes < MaxBytes / 4 * 3)
                return;
            Remove(key);
        }
    }

    private void Remove(in PageKey key)
    {
        if (pages.TryRemove(key, out var page))
            bytes -= Cost(page);
    }

    private static long Cost(KeptPage page) => page.Body.Length + Overhead;
}
