using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Links.Finding;
using Microsoft.EntityFrameworkCore;

namespace Hub.Links.Report;

/// <summary>What the check found in a region. For one scope.</summary>
public sealed class LinkReport(HubDb db)
{
    private const int AtMost = 300;
    private const int ItemsEach = 10;

    /// <summary>The addresses in a state, those that fail longest first.</summary>
    internal async Task<IReadOnlyList<ReportedLink>> In(Region region, LinkState state, CancellationToken cancel)
    {
        var links = await db.Set<LinkRow>().AsNoTracking().Where(row => row.Region == region.Id && row.State == state)
            .OrderBy(row => row.Since).ThenBy(row => row.Address).Take(AtMost).ToListAsync(cancel);
        var addresses = links.ConvertAll(row => row.Address);
        var uses = await db.Set<LinkUseRow>().AsNoTracking().Where(row => row.Region == region.Id && addresses.Contains(row.Address))
            .Join(db.Items, use => use.ItemId, item => item.Id, (use, item) => new { use.Address, item.Id, item.Title }).ToListAsync(cancel);
        var items = uses.OrderBy(use => use.Title, StringComparer.CurrentCulture).ToLookup(use => use.Address, use => (use.Id, use.Title), StringComparer.Ordinal);
        return [.. links.Select(row => new ReportedLink(row, [.. items[row.Address].Take(ItemsEach)], items[row.Address].Count()))];
    }

    /// <summary>How many addresses are in each state.</summary>
    internal async Task<IReadOnlyDictionary<LinkState, int>> Counts(Region region, CancellationToken cancel) =>
        await db.Set<LinkRow>().AsNoTracking().Where(row => row.Region == region.Id).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>When links were last looked for; null when never.</summary>
    internal async Task<DateTime?> Last(Region region, CancellationToken cancel) =>
        await db.Set<LinkRow>().AsNoTracking().Where(row => row.Region == region.Id).MaxAsync(row => row.CheckedAt, cancel);
}

/// <summary>An address with the contents that link to it.</summary>
/// <param name="Items">The first of them.</param>
/// <param name="Total">All of them.</param>
internal sealed record ReportedLink(LinkRow Row, IReadOnlyList<(Guid Id, string Title)> Items, int Total);
