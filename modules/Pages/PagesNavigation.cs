using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Pages;

/// <summary>The pages that every portal owes its readers, at its foot.</summary>
internal sealed class PagesNavigation : INavigation
{
    public IEnumerable<MenuItem> Items(Region region) =>
    [
        new(Menu.Footer, Texts.In["Footer.About"], "pagine/chi-siamo", 10),
        new(Menu.Footer, Texts.In["Footer.Help"], "pagine/aiuto", 20),
        new(Menu.Footer, Texts.In["Footer.Privacy"], "pagine/privacy", 30),
        new(Menu.Footer, Texts.In["Footer.Legal"], "pagine/note-legali", 40),
        new(Menu.Footer, Texts.In["Footer.Accessibility"], "pagine/accessibilita", 50),
    ];
}
