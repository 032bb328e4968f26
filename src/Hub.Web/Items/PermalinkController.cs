using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Items;

/// <summary>The address that follows an item wherever it goes: <c>/id/{id}</c> leads to its present page.</summary>
public sealed class PermalinkController(CurrentRegion current, RegionDirectory regions, ItemReader reader, HubDb db) : Controller
{
    /// <summary>The page in this region when it shows the item, else in the item's own.</summary>
    [HttpGet("id/{id:guid}")]
    public async Task<IActionResult> Follow(Guid id, CancellationToken cancel)
    {
        if (await reader.Find(current.Region, [id], cancel) is [var here, ..])
            return Redirect(Url.Content($"~/{here.Path}"));
        var row = await db.Items.AsNoTracking().Where(row => row.Id == id && row.LiveVersion != null && !row.IsHidden)
            .Select(row => new { row.Region, row.Section, row.Slug }).SingleOrDefaultAsync(cancel);
        return row is not null && regions.Current.Find(row.Region) is { } home ? Redirect($"{HttpContext.RootOf(home)}/{row.Section}/{row.Slug}") : NotFound();
    }
}
