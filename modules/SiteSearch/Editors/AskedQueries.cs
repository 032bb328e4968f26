using Hub.Content;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.SiteSearch.Editors;

/// <summary>What a region's readers searched for lately, for its editors. For one scope.</summary>
public sealed class AskedQueries(HubDb db, TimeProvider clock)
{
    /// <summary>What is older is deleted.</summary>
    public const int KeptDays = 180;

    private const int ShownDays = 90;
    private const int Most = 50;

    /// <summary>Searches that found nothing the last time, the most frequent first.</summary>
    public Task<IReadOnlyList<AskedQuery>> InVain(Region region, CancellationToken cancel) => Read(region, query => query.Found == 0, cancel);

    /// <summary>Searches that found something which nobody followed, though they were made more than once.</summary>
    public Task<IReadOnlyList<AskedQuery>> WithoutClicks(Region region, CancellationToken cancel) =>
        Read(region, query => query is { Found: > 0, Clicks: 0, Times: > 1 }, cancel);

    /// <summary>Deletes what is older than <see cref="KeptDays"/>.</summary>
    public Task Forget(Region region, CancellationToken cancel)
    {
        var first = RomeTime.Today(clock).AddDays(-KeptDays);
        return db.Set<AskedQueryRow>().Where(row => row.Region == region.Id && row.Day < first).ExecuteDeleteAsync(cancel);
    }

    private async Task<IReadOnlyList<AskedQuery>> Read(Region region, Func<AskedQuery, bool> isMeant, CancellationToken cancel)
    {
        var first = RomeTime.Today(clock).AddDays(-ShownDays);
        var rows = await db.Set<AskedQueryRow>().AsNoTracking().Where(row => row.Region == region.Id && row.Day >= first).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Query, StringComparer.Ordinal)
            .Select(days => new AskedQuery(days.Key, days.Sum(day => day.Times), days.MaxBy(day => day.Day)!.Found, days.Sum(day => day.Clicks)))
            .Where(isMeant)
            .OrderByDescending(query => query.Times).ThenBy(query => query.Text, StringComparer.Ordinal)
            .Take(Most)];
    }
}

/// <summary>A text and how it went.</summary>
/// <param name="Found">Results the last time.</param>
public sealed record AskedQuery(string Text, int Times, int Found, int Clicks);

/// <summary>Deletes old counts every night.</summary>
internal sealed class ForgetOldQueries(AskedQueries queries) : IBackgroundTask
{
    public string Id => "search.forget";

    public string Schedule => "40 2 * * *";

    public Task Run(Region region, CancellationToken cancel) => queries.Forget(region, cancel);
}
