using Hub.Kernel.Regions;

namespace Hub.Kernel.Extensions;

/// <summary>Adds entries to a region's menus. Called once for each state of a region; touches no storage.</summary>
[ExtensionPoint]
public interface INavigation
{
    IEnumerable<MenuItem> Items(Region region);
}

/// <summary>An entry of a menu.</summary>
/// <param name="Menu">Where it stands.</param>
/// <param name="Title">What people read.</param>
/// <param name="Path">Within the region, without a leading slash, such as <c>pratiche</c>.</param>
/// <param name="Order">Lower stands first; equal ones by title.</param>
/// <param name="Permission">Shown only to whoever has it; null for everybody.</param>
public sealed record MenuItem(Menu Menu, string Title, string Path, int Order = 100, string? Permission = null);

/// <summary>The places that a menu entry can stand in.</summary>
public enum Menu
{
    /// <summary>The main menu of the portal: four to seven entries.</summary>
    Main,

    /// <summary>The foot of every page.</summary>
    Footer,

    /// <summary>The left menu of the back office: what one writes with.</summary>
    Desk,

    /// <summary>The same: what one checks and answers.</summary>
    DeskChecks,

    /// <summary>The same: people, features, settings and state of the portal.</summary>
    DeskPortal,
}
