using Hub.Content.Storage;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Identity;
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

    /// <summary>Writes the ticket of this browser anew after the account has changed, so that it stays signed in.</summary>
    public static async Task StayIn(this Controller controller, SignInManager<User> signIn, User user)
    {
        SessionTickets.Keep(controller.HttpContext);
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>What is said to whoever could not show that the account is theirs.</summary>
    public static string NotSure(this Controller _, User user) => Texts.Get(user.PasswordHash is null ? "Account.SignInAnew" : "Identity.PasswordMismatch");

    /// <summary>To a page of the region, after something was done.</summary>
    public static RedirectResult To(this Controller controller, string path) => controller.Redirect(controller.Url.Content("~/" + path));
}
