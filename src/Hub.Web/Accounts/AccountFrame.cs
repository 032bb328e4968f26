using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Accounts;

/// <summary>What pages about accounts have in common: nobody lists them, nobody is asked what they think of them.</summary>
internal static class AccountFrame
{
    /// <summary>A page that stands alone, before one is signed in.</summary>
    public static void Alone(this PageFrame frame, string title)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(title);
    }

    /// <summary>A page of the desk.</summary>
    public static void OfDesk(this PageFrame frame, string title, (string Title, string Path)? under = null)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione");
        if (under is { } above)
            frame.Under(above.Title, above.Path);
        frame.Is(title);
    }

    /// <summary>To a page of the region, after something was done.</summary>
    public static RedirectResult To(this Controller controller, string path) => controller.Redirect(controller.Url.Content("~/" + path));
}
