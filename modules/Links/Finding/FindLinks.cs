using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Links.Checking;
using Microsoft.EntityFrameworkCore;

namespace Hub.Links.Finding;

/// <summary>Every night: which addresses a region's own published contents link to, and whether those within the portal lead anywhere.</summary>
public sealed class FindLinks(HubDb db, ContentTypes types, InternalLinks inside, TimeProvider clock) : IBackgroundTask
{
    private const int Batch = 500;

    public string Id => "links.find";

    public string Schedule => "23 3 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var uses = await Uses(region, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var links = await db.Set<LinkRow>().Where(row => row.Region == region.Id).ToDictionaryAsync(row => row.Address, StringComparer.Ordinal, cancel);
        await Replace(region, uses, cancel);
        foreach (var gone in links.Values.Where(row => !uses.ContainsKey(row.Address)))
            db.Remove(gone);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var address in uses.Keys)
        {
            var row = links.GetValueOrDefault(address)
                ?? db.Add(new LinkRow { Region = region.Id, Address = address, State = LinkState.New, Detail = "", NextAt = now }).Entity;
            if (address[0] == '/')
                (await inside.Look(region, address, cancel)).ApplyTo(row, now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The items that link to each address.</summary>
    private async Task<Dictionary<string, List<Guid>>> Uses(Region region, CancellationToken cancel)
    {
        var uses = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        var after = Guid.Empty;
        while (true)
        {
            var rows = await db.Items.AsNoTracking()
                .Where(row => row.Region == region.Id && row.LiveVersion != null && !row.IsHidden && row.Id > after).OrderBy(row => row.Id).Take(Batch)
                .Join(db.Versions, row => new { row.Id, Number = row.LiveVersion!.Value }, version => new { Id = version.ItemId, version.Number }, (row, version) => new { row.Id, row.Type, version.Data })
                .ToListAsync(cancel);
            foreach (var row in rows)
            {
                if (types.Find(row.Type) is not { } type)
                    continue;
                foreach (var address in LinkFinder.Find(type, JsonNode.Parse(row.Data)!.AsObject()))
                {
                    if (!uses.TryGetValue(address, out var items))
                        uses[address] = items = [];
                    items.Add(row.Id);
                }
            }

            if (rows.Count < Batch)
                return uses;
            after = rows.Max(row => row.Id);
        }
    }

    private async Task Replace(Region region, Dictionary<string, List<Guid>> uses, CancellationToken cancel)
    {
        var known = await db.Set<LinkUseRow>().Where(row => row.Region == region.Id).ToListAsync(cancel);
        var found = uses.SelectMany(pair => pair.Value.Select(item => (pair.Key, item))).ToHashSet();
        foreach (var row in known.Where(row => !found.Remove((row.Address, row.ItemId))))
            db.Remove(row);
        db.AddRange(found.Select(pair => new LinkUseRow { Region = region.Id, Address = pair.Key, ItemId = pair.item }));
    }
}
