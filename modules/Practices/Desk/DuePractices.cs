using Hub.Content;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Desk;

/// <summary>The region's practices that reviewers should look at. For one scope.</summary>
public sealed class DuePractices(HubDb db, CurrentRegion current, TimeProvider clock)
{
    private const int SoonDays = 60;
    private const int Most = 50;

    /// <summary>Those whose last certificate ended or ends within sixty days, the first to end first. A withdrawn one is not due.</summary>
    public async Task<IReadOnlyList<DuePractice>> Ending(CancellationToken cancel = default)
    {
        var soon = RomeTime.Today(clock).AddDays(SoonDays);
        var region = current.Region.Id;
        return await (
            from item in db.Items.AsNoTracking()
            where item.Region == region && item.Type == Practice.TypeId && item.LiveVersion != null
            let until = db.Set<CertificateRow>().Where(row => row.ItemId == item.Id && row.WithdrawnOn == null).Max(row => (DateOnly?)row.Until)
            where until != null && until <= soon
            orderby until
            select new DuePractice(item.Id, item.Title, until)).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Those that nobody assessed, the newest first.</summary>
    public async Task<IReadOnlyList<DuePractice>> NeverAssessed(CancellationToken cancel = default)
    {
        var region = current.Region.Id;
        return await db.Items.AsNoTracking()
            .Where(item => item.Region == region && item.Type == Practice.TypeId && item.LiveVersion != null && !db.Set<AssessmentRow>().Any(row => row.ItemId == item.Id))
            .OrderByDescending(item => item.Updated).ThenBy(item => item.Id).Take(Most)
            .Select(item => new DuePractice(item.Id, item.Title, null)).ToListAsync(cancel);
    }
}

/// <summary>A practice to look at.</summary>
/// <param name="Until">Last day of its certificate; null when it has none.</param>
public sealed record DuePractice(Guid Id, string Title, DateOnly? Until);
