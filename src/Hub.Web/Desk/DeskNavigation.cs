using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Content.Vocabularies;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Web.Desk;

/// <summary>The core's entries of the back office's menu.</summary>
internal sealed class DeskNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Desk, Texts.Get("Tasks.Mine"), "gestione", 10, ""),
        new(Menu.Desk, Texts.Get("Contents.Title"), "gestione/contenuti", 11, ContentPermissions.Edit),
        new(Menu.Desk, Texts.Get("Notices.Title"), "gestione/avvisi", 12, ContentPermissions.Edit),
        new(Menu.Desk, Texts.Get("Reading.Title"), "gestione/lettura", 13, ContentPermissions.Read),
        new(Menu.DeskPortal, Texts.Get("People.Title"), "gestione/persone", 15, AccountPermissions.People),
        new(Menu.DeskPortal, Texts.Get("Desk.Features"), "gestione/funzioni", 20, DeskPermissions.Features),
        new(Menu.DeskPortal, Texts.Get("Desk.Settings"), "gestione/impostazioni", 30, RegionSettings.ManagePermission),
        new(Menu.DeskPortal, Texts.Get("Vocabularies.Title"), "gestione/vocabolari", 31, VocabularyWriter.ManagePermission),
        new(Menu.DeskChecks, Texts.Get("Desk.Feedback"), "gestione/commenti", 40, DeskPermissions.Feedback),
        new(Menu.DeskPortal, Texts.Get("Desk.Health"), "gestione/salute", 50, DeskPermissions.Health),
        new(Menu.DeskPortal, Texts.Get("Audit.Title"), "gestione/registro", 60, DeskPermissions.Audit),
    ];
}
