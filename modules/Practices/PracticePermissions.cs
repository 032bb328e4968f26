using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Practices;

/// <summary>What people may do with practices beside writing them.</summary>
internal sealed class PracticePermissions : IPermissions
{
    public const string Assess = "practices.assess";
    public const string Moderate = "practices.moderate-transfers";

    public IEnumerable<Permission> Permissions =>
    [
        new(Assess, Texts.In["Permission.Assess"], Roles.Reviewer, Roles.RegionAdministrator),
        new(Moderate, Texts.In["Permission.Moderate"], Roles.Editor, Roles.Reviewer, Roles.RegionAdministrator),
    ];
}

/// <summary>The ways to the practices and to the bodies that did them, and to what waits for reviewers.</summary>
internal sealed class PracticesNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Main, Texts.In["Home.Title"], "pratiche", 30),
        new(Menu.Footer, Texts.In["Organisation.Plural"], "enti", 30),
        new(Menu.DeskChecks, Texts.In["Desk.Title"], "gestione/pratiche", 15, PracticePermissions.Moderate),
    ];
}
