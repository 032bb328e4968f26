using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>
/// Reads what readers see, however much it is: some hundred items at a time, none kept. What is withdrawn meanwhile is
/// left out. For one scope.
/// </summary>
public sealed class ItemStream(HubDb db, ItemReader reader, RegionDirectory regions, EnabledExtensions extensions)
{
    private const int AtOnce = 250;

    /// <summary>All items of a type that a region shows, in the order of their titles; the national region shows what each has of its own.</summary>
    public async IAsyncEnumerable<Item> All(Region region, string type, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var ids = await Shown(region, type).OrderBy(row => row.TitleKey).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        await foreach (var item in Of(ids, cancel))
            yield return item;
    }

    /// <summary>How many there are.</summary>
    public Task<int> Count(Region region, string type, CancellationToken cancel = default) => Shown(region, type).CountAsync(cancel);

    /// <summary>The live items of these ids, in their order, whatever region they belong to.</summary>
    public async IAsyncEnumerable<Item> Of(IEnumerable<Guid> ids, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            var found = await db.Items.AsNoTracking()
                .Where(row => some.Contains(row.Id) && row.LiveVersion != null && !row.IsHidden)
                .Join(db.Versions, row => new { row.Id, Number = row.LiveVersion!.Value }, version => new { Id = version.ItemId, version.Number },
                    (row, version) => new { row, version.Data })
                .ToDictionaryAsync(pair => pair.row.Id, cancel);
            foreach (var id in some)
            {
                if (found.Remove(id, out var pair))
                    yield return ItemReader.Item(pair.row, pair.row.LiveVersion!.Value, JsonNode.Parse(pair.Data)!.AsObject());
            }
        }
    }

    private IQueryable<ItemRow> Shown(Region region, string type)
    {
        if (!region.IsNational)
            return reader.Visible(region, false).Where(row => row.Type == type);
        var having = regions.Current.All.Where(each => extensions.Of<IContentType>(each).Any(offered => offered.Definition.Id == type)).Select(each => each.Id).ToList();
        return db.Items.AsNoTracking().Where(row => row.Type == type && row.LiveVersion != null && !row.IsHidden && having.Contains(row.Region));
    }
}
