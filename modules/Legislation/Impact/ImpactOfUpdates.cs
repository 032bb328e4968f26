using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Legislation.Graph;
using Hub.Legislation.Norms;
using Hub.Legislation.Updates;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Impact;

/// <summary>
/// When an update goes live, every page that cites what it touches waits for a check; when a page goes live anew, its checks
/// are done. In the transaction of the publication, and harmless when repeated.
/// </summary>
/// <remarks>
/// A national update reaches the pages of all regions. A region's update reaches its own pages, and those of others only
/// where they cite an act of that region: nobody flags the neighbours' pages over a law of the State.
/// </remarks>
internal sealed class ImpactOfUpdates(HubDb db, CitationGraph graph, TimeProvider clock) : IContentHandler
{
    public async Task Published(Item item, CancellationToken cancel)
    {
        if (item.Type == RegulatoryUpdate.TypeId)
            await Flag(item, cancel);
        else
            await Settle(item, cancel);
    }

    public Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel) => type.Id == RegulatoryUpdate.TypeId
        ? Close(row => row.UpdateId == itemId, RecheckOutcome.Void, cancel)
        : Close(row => row.ItemId == itemId, RecheckOutcome.Withdrawn, cancel);

    private async Task Flag(Item update, CancellationToken cancel)
    {
        var reached = await Reached(update, cancel);
        var before = await db.Set<RecheckRow>().Where(row => row.UpdateId == update.Id).ToListAsync(cancel);
        foreach (var row in before.Where(row => row.ClosedAt is null && !reached.ContainsKey(row.ItemId)))
            Close(row, RecheckOutcome.Void, "");
        foreach (var (item, reasons) in reached.Values.Where(pair => before.All(row => row.ItemId != pair.Item.Id)))
        {
            db.Add(new RecheckRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), ItemId = item.Id, Region = item.Region.Id, Version = item.Version, UpdateId = update.Id,
                Reason = string.Join("; ", reasons.Distinct(StringComparer.Ordinal)), OpenedAt = clock.GetUtcNow().UtcDateTime, Outcome = "", ClosedBy = "", Note = "",
            });
        }
    }

    /// <summary>The pages that cite what an update touches, each with the labels of what it cites.</summary>
    private async Task<Dictionary<Guid, (CitingItem Item, List<string> Reasons)>> Reached(Item item, CancellationToken cancel)
    {
        var update = item.As<RegulatoryUpdate>();
        var reached = new Dictionary<Guid, (CitingItem Item, List<string> Reasons)>();
        if (update.IsAlreadyConsidered)
            return reached;
        foreach (var effect in update.Effects)
        {
            if (NormKey.Of(effect.Norm) is not { } touched)
                continue;
            foreach (var citing in await graph.Citing(touched.Act, cancel))
            {
                if (!citing.Cites(touched.Article) || !Reaches(item.Region, citing.Region.Id, touched.Act))
                    continue;
                reached.TryAdd(citing.Id, (citing, []));
                reached[citing.Id].Reasons.Add(effect.Label);
            }
        }

        return reached;
    }

    private static bool Reaches(string from, string to, string act) =>
        from == RegionDefinition.NationalId || from == to
        || (Citations.Region.Find(from) is { } region && (act.StartsWith(region.Authority + ":", StringComparison.Ordinal) || act.StartsWith(region.Authority + ";", StringComparison.Ordinal)));

    /// <summary>A page that was published anew since it was flagged was revised.</summary>
    private async Task Settle(Item item, CancellationToken cancel)
    {
        var open = await db.Set<RecheckRow>().Where(row => row.ItemId == item.Id && row.ClosedAt == null && row.Version < item.Version).ToListAsync(cancel);
        if (open.Count == 0)
            return;
        var author = await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.Version).Select(version => version.Author).FirstOrDefaultAsync(cancel);
        foreach (var row in open)
            Close(row, RecheckOutcome.Revised, author ?? "");
    }

    private async Task Close(System.Linq.Expressions.Expression<Func<RecheckRow, bool>> which, string outcome, CancellationToken cancel)
    {
        foreach (var row in await db.Set<RecheckRow>().Where(which).Where(row => row.ClosedAt == null).ToListAsync(cancel))
            Close(row, outcome, "");
    }

    private void Close(RecheckRow row, string outcome, string by)
    {
        row.ClosedAt = clock.GetUtcNow().UtcDateTime;
        row.Outcome = outcome;
        row.ClosedBy = by;
    }
}
