using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Media;

/// <summary>Refuses fields that name a file which the library doesn't have, or which readers would not get.</summary>
internal sealed class MediaReferences(HubDb db, CurrentRegion current) : IContentHandler
{
    public async Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        var named = Named(type.Fields, data, "").ToList();
        if (named.Count == 0)
            return;
        var ids = named.Select(each => each.Id).Distinct(StringComparer.Ordinal).ToList();
        var files = await db.Set<MediaFileRow>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.DeletedAt == null)
            .Select(row => new { row.Id, row.IsImage, row.IsRestricted, row.HeldFor, row.Region }).ToListAsync(cancel);
        foreach (var (field, isImage, id) in named)
        {
            var file = files.Find(row => row.Id == id && (row.Region == current.Region.Id || row.Region == RegionDefinition.NationalId));
            if (file is null)
                issues.Add(new Issue(field, IssueKind.Invalid, Texts.Get("Media.NotThere")));
            else if (isImage && !file.IsImage)
                issues.Add(new Issue(field, IssueKind.Invalid, Texts.Get("Media.NotImage")));
            else if (file.IsRestricted && file.HeldFor is null) // what waits for an item is named by it and released with it
                issues.Add(new Issue(field, IssueKind.Invalid, Texts.Get("Media.IsRestricted")));
        }
    }

    private static IEnumerable<(string Field, bool IsImage, string Id)> Named(IReadOnlyList<FieldDefinition> fields, JsonObject data, string path)
    {
        foreach (var field in fields)
        {
            if (field.KindId is "file" or "image" && data[field.Name] is JsonObject file && MediaPath.IdOf(file["path"]?.ToString() ?? "") is { } id)
                yield return (path + field.Name, field.KindId == "image", id);
            if (field.KindId != "group" || data[field.Name] is not JsonArray rows)
                continue;
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i] is not JsonObject row)
                    continue;
                foreach (var inner in Named(field.Fields, row, $"{path}{field.Name}[{i}]."))
                    yield return inner;
            }
        }
    }
}
