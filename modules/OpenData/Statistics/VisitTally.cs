using System.Collections.Concurrent;
using Hub.Content;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.OpenData.Statistics;

/// <summary>
/// Counts the pages that readers get, by region and day, in memory, and adds them to the database every minute and at the
/// end. No cookie, no address, no path is kept; editors, the back office and programs that say that they are ones are not
/// counted. Thread-safe.
/// </summary>
public sealed class VisitTally(IServiceScopeFactory scopes, RegionDirectory regions, TimeProvider clock, ILogger<VisitTally> log) : BackgroundService
{
    private const string SignInCookie = "hub-accesso";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly string[] Programs = ["bot", "crawl", "spider", "curl", "wget", "python", "headless"];

    private ConcurrentDictionary<(string Region, DateOnly Day), int> tallies = new();

    /// <summary>A request was answered.</summary>
    public void Answered(HttpContext http)
    {
        if (!regions.IsLoaded || !IsPage(http) || regions.Current.Resolve(http.Request.Host.Host, Asked(http), out var rest) is not { } region)
            return;
        if (region.Has(Startup.Feature) && !rest.StartsWithSegments("/gestione", StringComparison.OrdinalIgnoreCase))
            tallies.AddOrUpdate((region.Id, RomeTime.Today(clock)), 1, (_, count) => count + 1);
    }

    /// <summary>Adds everything counted so far to the database.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var counted = Interlocked.Exchange(ref tallies, new());
        if (counted.IsEmpty)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        foreach (var ((region, day), pages) in counted)
            await Add(db, region, day, pages, cancel);
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

    /// <summary>A page that was sent, or that the browser had and asked for again.</summary>
    private static bool IsPage(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Cookie.ToString().Contains(SignInCookie, StringComparison.Ordinal) || request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal))
            return false;
        var isSent = response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        var isKept = response.StatusCode == StatusCodes.Status304NotModified && request.Headers["Sec-Fetch-Dest"] == "document";
        return (isSent || isKept) && !Programs.Any(name => request.Headers.UserAgent.ToString().Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static PathString Asked(HttpContext http) => http.Request.PathBase.Add(http.Request.Path);

    private static async Task Add(HubDb db, string region, DateOnly day, int pages, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await db.Set<VisitRow>().Where(row => row.Region == region && row.Day == day).ExecuteUpdateAsync(row => row.SetProperty(r => r.Pages, r => r.Pages + pages), cancel) > 0)
                return;
            db.Add(new VisitRow { Region = region, Day = day, Pages = pages });
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

    private async Task TryWrite(CancellationToken cancel)
    {
        try
        {
            await Write(cancel);
        }
        catch (Exception e) when (e is DbUpdateException or StorageException or System.Data.Common.DbException)
        {
            log.LogWarning(e, "HUB-O001 The counts of pages that were read could not be stored; those of the last minute are lost.");
        }
    }
}

/// <summary>Stands before everything else, since most pages are answered from the page cache.</summary>
internal sealed class CountVisits(VisitTally tally) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => async http =>
        {
            await following(http);
            tally.Answered(http);
        });
        next(app);
    };
}
