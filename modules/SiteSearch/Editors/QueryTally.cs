using System.Collections.Concurrent;
using Hub.Content;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.SiteSearch.Editors;

/// <summary>
/// Counts what is searched for and what is followed, in memory, and adds it to the database every few seconds and at the end. No
/// request waits for it, and nothing of a reader is kept: no address, no session, no time of the day. Thread-safe.
/// </summary>
public sealed class QueryTally(IServiceScopeFactory scopes, TimeProvider clock, ILogger<QueryTally> log) : BackgroundService
{
    /// <summary>More different texts between two writings are not counted.</summary>
    private const int MaxTexts = 5000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private ConcurrentDictionary<(string Region, DateOnly Day, string Query), Tally> tallies = new();

    /// <summary>A text was searched for.</summary>
    /// <param name="text">As it was typed; one that may tell of a person is not counted.</param>
    public void Asked(string region, string text, int found) => Count(region, text, tally => tally with { Times = tally.Times + 1, Found = found });

    /// <summary>A result of it was followed.</summary>
    public void Followed(string region, string text) => Count(region, text, tally => tally with { Clicks = tally.Clicks + 1 });

    /// <summary>Adds everything counted so far to the database.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var counted = Interlocked.Exchange(ref tallies, new());
        if (counted.IsEmpty)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        foreach (var (key, tally) in counted)
            await Add(db, key.Region, key.Day, key.Query, tally, cancel);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWrite(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryWrite(stoppingToken);
    }

    private static async Task Add(HubDb db, string region, DateOnly day, string query, Tally tally, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var touched = await db.Set<AskedQueryRow>().Where(row => row.Region == region && row.Day == day && row.Query == query).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Times, r => r.Times + tally.Times).SetProperty(r => r.Clicks, r => r.Clicks + tally.Clicks)
                    .SetProperty(r => r.Found, r => tally.Times > 0 ? tally.Found : r.Found),
                cancel);
            if (touched > 0)
                return;
            db.Add(new AskedQueryRow { Region = region, Day = day, Query = query, Times = tally.Times, Found = tally.Found, Clicks = tally.Clicks });
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear(); // another node was first: add to its row
            }
        }
    }

    private void Count(string region, string text, Func<Tally, Tally> add)
    {
        var current = tallies;
        if (current.Count < MaxTexts && CountedText.Of(text) is { } query)
            current.AddOrUpdate((region, RomeTime.Today(clock), query), _ => add(new Tally(0, 0, 0)), (_, tally) => add(tally));
    }

    private async Task TryWrite(CancellationToken cancel)
    {
        try
        {
            await Write(cancel);
        }
        catch (Exception e) when (e is DbUpdateException or StorageException or System.Data.Common.DbException)
        {
            log.LogWarning(e, "HUB-S003 The counts of what readers searched for could not be stored; those of the last seconds are lost.");
        }
    }

    private sealed record Tally(int Times, int Found, int Clicks);
}
