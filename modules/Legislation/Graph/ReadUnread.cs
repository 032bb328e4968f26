using Hub.Content.Changes;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Graph;

/// <summary>
/// Reads the items that the graph doesn't know as they are: published while the feature was off, restored, or read by an
/// earlier reader.
/// </summary>
internal sealed class ReadUnread(HubDb db, CitationGraph graph, ContentTypes types, ItemReader reader, ChangeSignal signal) : IBackgroundTask
{
    private const int AtOnce = 500;

    public string Id => "legislation.read";

    public string Schedule => "*/5 * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var known = types.All.Select(type => type.Id).ToList();
        var unread = await (
            from item in db.Items.AsNoTracking()
            where item.Region == region.Id && item.LiveVersion != null && !item.IsHidden && known.Contains(item.Type)
            join read in db.Set<ReadRow>() on item.Id equals read.ItemId into reads
            from read in reads.DefaultIfEmpty()
            where read == null || read.Version != item.LiveVersion || read.Reader != CitationReading.Version
            orderby item.Id
            select item.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var item in await reader.Find(region, unread, cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await graph.Read(item, types.Find(item.Type)!, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }

        if (unread.Count > 0)
            signal.Raise(region.Id);
    }
}
