using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Vocabularies;

/// <summary>
/// Keeps the values by which lists are filtered true to the tree of terms: an item counts for its terms and for those
/// above them. For one scope.
/// </summary>
public sealed class TermValues(HubDb db, ContentTypes types, VocabularyReader vocabularies)
{
    /// <summary>Makes the values of a vocabulary's fields anew, after its tree has changed; within the caller's transaction.</summary>
    internal async Task Renew(string taxonomy, IEnumerable<Region> regions, CancellationToken cancel)
    {
        foreach (var region in regions)
        {
            var terms = await vocabularies.ReadNow(region, cancel);
            foreach (var type in types.Of(region))
            {
                var fields = type.Fields.Where(field => field.KindId == "terms" && field.Of == taxonomy).ToList();
                if (fields.Count > 0)
                    await Renew(region, type with { Fields = fields }, terms, cancel);
            }
        }
    }

    private async Task Renew(Region region, TypeDefinition type, VocabularySet terms, CancellationToken cancel)
    {
        var names = type.Fields.Select(field => field.Name).ToList();
        var rows = db.Items.Where(row => row.Region == region.Id && row.Type == type.Id && row.LiveVersion != null);
        await db.Values.Where(value => names.Contains(value.Field) && rows.Any(row => row.Id == value.ItemId)).ExecuteDeleteAsync(cancel);
        var live = rows.AsNoTracking().Join(
            db.Versions, row => new { row.Id, Number = row.LiveVersion!.Value }, version => new { Id = version.ItemId, version.Number },
            (row, version) => new { row, version.Data });
        foreach (var pair in await live.ToListAsync(cancel))
            db.Values.AddRange(LiveItems.Values(pair.row, type, JsonNode.Parse(pair.Data)!.AsObject(), terms));
        await db.SaveChangesAsync(cancel);
    }
}
