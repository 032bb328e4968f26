using Hub.Content.Media;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Web.Media;

/// <summary>The library's entry in the back office's menu.</summary>
internal sealed class MediaNavigation : INavigation
{
    private const int AfterContents = 13;

    public IEnumerable<MenuItem> Items(Region region) => [new(Menu.Desk, Texts.Get("Library.Title"), "gestione/media", AfterContents, MediaPermissions.Manage)];
}
