using Hub.Content.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Hub.Content.Storage;

/// <summary>Somebody who can sign in, by their address. The user name is what others see beside their work.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>One of <see cref="NoticePreferences"/>.</summary>
    public string NoticePreference { get; set; } = NoticePreferences.AtOnce;

    /// <summary>UTC; null when they never signed in.</summary>
    public DateTime? LastSignIn { get; set; }
}
