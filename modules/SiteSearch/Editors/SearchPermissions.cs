using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.SiteSearch.Editors;

/// <summary>Who sees what readers miss, and tunes the search.</summary>
internal sealed class SearchPermissions : IPermissions
{
    public const string Tune = "search.tune";

    public IEnumerable<Permission> Permissions => [new(Tune, Texts.In["Permission.Tune"], Roles.RegionAdministrator, Roles.Reviewer, Roles.Editor)];
}

/// <summary>The search's entry in the back office.</summary>
internal sealed class SearchNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.DeskPortal, Texts.In["Desk.Title"], "gestione/ricerca", 45, SearchPermissions.Tune)];
}
