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
    /// <summary>The page in this region when it shows the item, else in the item's own; for one that was merged, that of the item which it was merged into.</summary>
    [HttpGet("id/{id:guid}")]
    public async Task<IActionResult> Follow(Guid id, CancellationToken cancel)
    {
        if (await reader.Find(current.Region, [id], cancel) is [var here, ..])
            return Redirect(Url.Content($"~/{here.Path}"));
        var row = await db.Items.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new { row.Region, row.Section, row.Slug, IsShown = row.LiveVersion != null && !row.IsHidden }).SingleOrDefaultAsync(cancel);
        if (row is null || regions.Current.Find(row.Region) is not { } home)
            return NotFound();
        if (row.IsShown)
            return Redirect($"{HttpContext.RootOf(home)}/{row.Section}/{row.Slug}");
        var (_, movedTo) = await reader.Find(home, row.Section, row.Slug, cancel); // it was merged into another, to which its address leads
        return movedTo is not null ? Redirect($"{HttpContext.RootOf(home)}/{movedTo}") : NotFound();
    }
}
