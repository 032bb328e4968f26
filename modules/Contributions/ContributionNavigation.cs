using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Contributions;

/// <summary>The ways to the form, and to the queue in the desk.</summary>
internal sealed class ContributionNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Footer, Texts.In["Propose.Title"], "proponi", 35),
        new(Menu.DeskChecks, Texts.In["Queue.Title"], "gestione/proposte", 13, ContentPermissions.Review),
        new(Menu.DeskChecks, Texts.In["Legal.Title"], "gestione/proposte/giuridica", 14, ContributionPermissions.Legal),
        new(Menu.DeskChecks, Texts.In["Partners.Title"], "gestione/enti-proponenti", 15, ContributionPermissions.Partners),
    ];
}

/// <summary>The way to the choice of a region.</summary>
internal sealed class ChoiceNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) => region.Has("Hub.Contributions") ? [] : [new(Menu.Footer, Texts.In["Propose.Title"], "proponi", 35)];
}
