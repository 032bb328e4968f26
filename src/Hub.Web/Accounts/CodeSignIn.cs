using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// The second step: a code of the authenticator app, good once, or a recovery code. Wrong ones count towards the lockout as
/// wrong passwords do. For one scope.
/// </summary>
public sealed class CodeSignIn(SignInManager<User> signIn, UserManager<User> users, TimeProvider clock)
{
    private const string Store = "hub";
    private const string LastCode = "last-code";
    private const int CodeLength = 6;

    /// <summary>As long as the app's codes are taken, with the clocks apart as far as Identity bears.</summary>
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);

    /// <summary>Signs somebody in who has shown the password before.</summary>
    /// <param name="typed">Blanks and hyphens don't count, except in recovery codes.</param>
    public async Task<bool> SignIn(User user, string typed, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (typed.Length > 100 || await users.IsLockedOutAsync(user))
            return false;
        var digits = Digits(typed);
        if (digits.Length != CodeLength)
            return await ByRecoveryCode(user, typed.Trim());
        if (await WasUsed(user, digits))
            return false;
        if (!(await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false)).Succeeded)
            return false;
        await Remember(user, digits);
        return true;
    }

    /// <summary>Whether a code is the app's and was not used before; uses it up.</summary>
    public async Task<bool> IsRight(User user, string typed)
    {
        var digits = Digits(typed);
        if (digits.Length != CodeLength || await WasUsed(user, digits)
            || !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits))
            return false;
        await Remember(user, digits);
        return true;
    }

    private async Task<bool> ByRecoveryCode(User user, string code)
    {
        if ((await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
            return true;
        await users.AccessFailedAsync(user);
        return false;
    }

    private async Task<bool> WasUsed(User user, string code)
    {
        var last = (await users.GetAuthenticationTokenAsync(user, Store, LastCode))?.Split(' ');
        return last is [var hash, var at] && hash == Hash(user, code)
            && DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) > clock.GetUtcNow().UtcDateTime - CodeLife;
    }

    private Task<IdentityResult> Remember(User user, string code) => users.SetAuthenticationTokenAsync(
        user, Store, LastCode, $"{Hash(user, code)} {clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}");

    private static string Hash(User user, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Id + code)));

    /// <summary>What was typed without blanks and hyphens; empty when it isn't digits alone.</summary>
    private static string Digits(string typed)
    {
        var text = string.Concat(typed.Where(c => c is not (' ' or '-')));
        return text.All(char.IsAsciiDigit) ? text : "";
    }
}
