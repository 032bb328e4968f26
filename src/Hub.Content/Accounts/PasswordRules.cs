using System.Collections.Frozen;
using System.Text;
using Hub.Content.Storage;
using Microsoft.AspNetCore.Identity;

namespace Hub.Content.Accounts;

/// <summary>
/// What a password must be: long enough, and not one that attackers try first. No mixture of kinds of characters is asked
/// for. A password is compared as people vary it: without case, without what stands around its letters, with the usual digits
/// read as letters.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<User>
{
    /// <summary>Longer ones are refused, since hashing them would cost the server.</summary>
    public const int MaxLength = 200;

    /// <summary>Fewer different characters than this are a pattern.</summary>
    private const int MinDifferent = 5;

    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var typed = password ?? "";
        var least = manager.Options.Password.RequiredLength;
        if (typed.Length < least)
            return Refused(manager.ErrorDescriber.PasswordTooShort(least));
        if (typed.Length > MaxLength)
            return Refused(Error("PasswordTooLong", MaxLength));
        if (IsKnown(typed) || IsOwn(typed, user))
            return Refused(Error("PasswordKnown"));
        return Task.FromResult(IdentityResult.Success);
    }

    /// <summary>Whether a password is among those tried first, in any of its usual varieties.</summary>
    internal static bool IsKnown(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < MinDifferent
            || Varieties(lower).Any(variety => Known.Value.Contains(variety) || IsRepeated(variety));
    }

    private static IEnumerable<string> Varieties(string lower)
    {
        yield return lower;
        var solid = Solid(lower);
        yield return solid;
        yield return Core(solid);
        var letters = Solid(AsLetters(Trimmed(lower)));
        yield return letters;
        yield return Core(letters);
        yield return Core(AsLetters(solid));
    }

    /// <summary>What is left without the digits at both ends; nothing of what is digits alone.</summary>
    private static string Core(string text) => text.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Without the digits and marks at both ends, which stand for nothing.</summary>
    private static string Trimmed(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('a', 'z');
        return first < 0 ? "" : text[first..(text.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1)];
    }

    private static string AsLetters(string text) => new StringBuilder(text)
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('@', 'a').Replace('$', 's').ToString();

    /// <summary>One known word several times over, such as <c>juventusjuventus</c>.</summary>
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
                return length < 4 || Known.Value.Contains(text[..length]);
        }

        return false;
    }

    /// <summary>The address, what stands before its @, or the name, with nothing but digits around it.</summary>
    private static bool IsOwn(string password, User user)
    {
        var solid = Core(Solid(password));
        return solid.Length > 0 && new[] { user.Email, user.Email?.Split('@')[0], user.UserName }.Any(own => own is { Length: > 3 } && Core(Solid(own)) == solid);
    }

    private static string Solid(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Hub.Content.Accounts.known-passwords.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }

    private static Task<IdentityResult> Refused(IdentityError error) => Task.FromResult(IdentityResult.Failed(error));

    private static IdentityError Error(string code, params object?[] arguments) => new() { Code = code, Description = Texts.Get($"Account.{code}", arguments) };
}
