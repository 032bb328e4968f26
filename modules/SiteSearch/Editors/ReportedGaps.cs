using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.SiteSearch.Editors;

/// <summary>What readers looked for in vain and told; the editors' list. For one scope.</summary>
public sealed class ReportedGaps(HubDb db, TimeProvider clock)
{
    public const int LongestQuery = 200;
    public const int LongestNote = 1000;

    private const int Most = 200;

    /// <summary>Stores what a reader misses.</summary>
    /// <returns>False when nothing was said.</returns>
    public async Task<bool> Report(Region region, string? query, string? note, CancellationToken cancel)
    {
        var (words, said) = (CountedText.Cut(query ?? "", LongestQuery), CountedText.Cut(note ?? "", LongestNote));
        if (words.Length + said.Length == 0)
            return false;
        var now = clock.GetUtcNow();
        db.Add(new ReportedGapRow { Id = Guid.CreateVersion7(now), Region = region.Id, Query = words, Note = said, At = now.UtcDateTime });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>What nobody has dealt with, newest first.</summary>
    public async Task<IReadOnlyList<ReportedGapRow>> Open(Region region, CancellationToken cancel) =>
        await db.Set<ReportedGapRow>().AsNoTracking().Where(row => row.Region == region.Id && !row.IsDone).OrderByDescending(row => row.At).Take(Most).ToListAsync(cancel);

    /// <summary>Takes one off the list.</summary>
    /// <returns>False when the region has none of that id.</returns>
    public async Task<bool> Close(Region region, Guid id, CancellationToken cancel) =>
        await db.Set<ReportedGapRow>().Where(row => row.Id == id && row.Region == region.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.IsDone, true), cancel) > 0;
}
