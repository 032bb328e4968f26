using System.Security.Cryptography;
using System.Text;
using Hub.Content.Outside;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Legislation.Sources;

/// <summary>
/// Asks a region's sources when they are due: about every six hours, later after failures (an hour doubled with each, a week
/// at most) or when the server says so. What they announce goes into the inbox once; what editors decided stays as it is.
/// </summary>
internal sealed class SourcePolling(HubDb db, EnabledExtensions extensions, OutsideClient client, TimeProvider clock, ILogger<SourcePolling> log) : IBackgroundTask
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);
    private static readonly TimeSpan FirstPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    public string Id => "legislation.sources";

    public string Schedule => "17 * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        foreach (var source in SourcesSection.Of(region))
            await Poll(region, source, cancel);
    }

    /// <summary>Asks one source if it is due.</summary>
    /// <returns>How many candidates are new.</returns>
    internal async Task<int> Poll(Region region, SourceSettings source, CancellationToken cancel)
    {
        var name = $"{source.Kind} {source.Address} {source.Query}".Trim();
        var state = await db.Set<SourceRow>().SingleOrDefaultAsync(row => row.Region == region.Id && row.Source == name, cancel)
            ?? db.Add(new SourceRow { Region = region.Id, Source = name, ETag = "", LastModified = "", Error = "" }).Entity;
        var now = clock.GetUtcNow().UtcDateTime;
        if (state.NextAt > now)
            return 0;
        var connector = extensions.Of<ISourceConnector>(region).FirstOrDefault(one => one.Kind == source.Kind);
        var found = connector?.Ask(source) is { } request ? await Ask(region, source, connector, request, state, cancel) : Fail(state, Texts.In["Sources.Nonsense"], null);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return found;
    }

    private async Task<int> Ask(Region region, SourceSettings source, ISourceConnector connector, SourceRequest request, SourceRow state, CancellationToken cancel)
    {
        var answer = await client.Ask(request.Address, request.Body, state.ETag, state.LastModified, cancel);
        if (answer.Error.Length > 0)
            return Fail(state, answer.Error, answer.Wait);
        try
        {
            var found = answer.Content is { } content ? await Keep(region, source, connector.Read(source, content), cancel) : 0;
            (state.Failures, state.Error) = (0, "");
            state.NextAt = clock.GetUtcNow().UtcDateTime + Longer(Pause, answer.Wait);
            if (answer.Content is not null)
                (state.ETag, state.LastModified) = (Short(answer.ETag), Short(answer.LastModified));
            return found;
        }
        catch (FormatException e)
        {
            return Fail(state, e.Message, answer.Wait);
        }
    }

    private async Task<int> Keep(Region region, SourceSettings source, IReadOnlyList<SourceEntry> entries, CancellationToken cancel)
    {
        var keyed = entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal).Take(FeedConnector.MostEntries).ToDictionary(entry => KeyOf(source, entry), StringComparer.Ordinal);
        var keys = keyed.Keys.ToList();
        var known = await db.Set<CandidateRow>().Where(row => row.Region == region.Id && keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancel);
        var found = 0;
        foreach (var (key, entry) in keyed)
        {
            if (!known.TryGetValue(key, out var row))
            {
                found++;
                db.Add(new CandidateRow
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = region.Id, Key = key, Source = source.Name, Title = entry.Title, Summary = entry.Summary,
                    Address = entry.Address?.ToString() ?? "", Date = entry.Date, FoundAt = clock.GetUtcNow().UtcDateTime, State = CandidateState.New, DecidedBy = "", Note = "",
                });
            }
            else if (row.State == CandidateState.New)
            {
                (row.Title, row.Summary, row.Address, row.Date) = (entry.Title, entry.Summary, entry.Address?.ToString() ?? "", entry.Date);
            }
        }

        return found;
    }

    private int Fail(SourceRow state, string error, TimeSpan? wait)
    {
        state.Failures = Math.Min(state.Failures + 1, 20);
        state.Error = error.Length <= 500 ? error : error[..500];
        var pause = FirstPause * Math.Pow(2, Math.Min(state.Failures - 1, 8));
        state.NextAt = clock.GetUtcNow().UtcDateTime + Longer(pause < LongestPause ? pause : LongestPause, wait);
        log.LogWarning("HUB-L001 Source {Source} of {Region} could not be read: {Error} It is asked again at {NextAt}.", state.Source, state.Region, state.Error, state.NextAt);
        return 0;
    }

    private static TimeSpan Longer(TimeSpan pause, TimeSpan? wait) => wait is not { } asked || asked < pause ? pause : asked < LongestPause ? asked : LongestPause;

    private static string Short(string header) => header.Length <= 500 ? header : "";

    private static string KeyOf(SourceSettings source, SourceEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Kind} {source.Address}\n{entry.Key}")));
}

/// <summary>What became of a candidate.</summary>
internal static class CandidateState
{
    public const string New = "nuova";
    public const string Accepted = "accolta";
    public const string Merged = "unita";
    public const string Rejected = "respinta";
}
