using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace SampleModule;

internal sealed class NoticeNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region)
    {
        yield return new MenuItem(Menu.Main, Texts.In["Board"], "appuntamenti", Order: 60);
        if (region.Has("Sample.Notices.Calendar"))
            yield return new MenuItem(Menu.Footer, Texts.In["Board.Calendar"], "appuntamenti.ics");
    }
}
