using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Frame;

/// <summary>The entries that modules offer for a region's menus, each menu in order.</summary>
internal sealed class OfferedMenus(IEnumerable<MenuItem> items)
{
    private readonly ILookup<Menu, MenuItem> byMenu =
        items.OrderBy(item => item.Order).ThenBy(item => item.Title, StringComparer.Ordinal).ToLookup(item => item.Menu);

    public IReadOnlyList<MenuItem> Of(Menu menu) => [.. byMenu[menu]];
}

/// <summary>A region's menus as readers see them: what modules offer, arranged as the region wants it, and its own links.</summary>
internal sealed class Menus(IEnumerable<MenuItem> items, MenuSettings settings)
{
    private readonly OfferedMenus offered = new(items);

    public IReadOnlyList<MenuItem> Of(Menu menu) =>
        [.. Arranged(offered.Of(menu), settings.Of(menu), menu).Where(entry => !entry.Entry.IsHidden).Select(entry => entry.Item)];

    /// <summary>
    /// The entries in the region's order, hidden ones too. An entry that no module offers now is left out unless it is the
    /// region's own; what modules offer and the region doesn't name stands where its order puts it among the rest.
    /// </summary>
    public static IEnumerable<(MenuItem Item, MenuEntry Entry)> Arranged(IReadOnlyList<MenuItem> offered, IReadOnlyList<MenuEntry> entries, Menu menu)
    {
        var arranged = new List<(MenuItem Item, MenuEntry Entry)>();
        foreach (var entry in entries.DistinctBy(entry => entry.Path, StringComparer.Ordinal))
        {
            if (offered.FirstOrDefault(item => item.Path == entry.Path) is { } item)
                arranged.Add((entry.Title.Length > 0 ? item with { Title = entry.Title } : item, entry));
            else if (entry.IsOwn)
                arranged.Add((new MenuItem(menu, entry.Title, entry.Path), entry));
        }

        foreach (var item in offered.Where(item => entries.All(entry => entry.Path != item.Path)))
        {
            var after = arranged.FindLastIndex(placed => offered.Any(each => each.Path == placed.Item.Path && each.Order <= item.Order));
            arranged.Insert(after + 1, (item, new MenuEntry { Path = item.Path }));
        }

        return arranged;
    }
}

/// <summary>Where a menu's entry leads.</summary>
public static class MenuLink
{
    public static string MenuHref(this IUrlHelper url, MenuItem item) => PortalLink.IsWeb(item.Path) ? item.Path : url.Content("~/" + item.Path);
}
