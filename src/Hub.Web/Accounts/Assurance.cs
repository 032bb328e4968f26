using Hub.Content.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// Makes sure that it is still the account's owner who sits there, before what an account is trusted by is changed: by the
/// password, or, where there is none, by having signed in just now. For one scope.
/// </summary>
public sealed class Assurance(UserManager<User> users, TimeProvider clock)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>Wrong passwords count towards the lockout.</summary>
    public async Task<bool> Is(User user, string? password, HttpContext http)
    {
        if (user.PasswordHash is null)
            return http.Features.Get<CurrentSession>() is { } session && session.Started > clock.GetUtcNow().UtcDateTime - JustNow;
        if (await users.IsLockedOutAsync(user))
            return false;
        if (password is { Length: > 0 and <= 1000 } && await users.CheckPasswordAsync(user, password))
            return true;
        await users.AccessFailedAsync(user);
        return false;
    }
}
