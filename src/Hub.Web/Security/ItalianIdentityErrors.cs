using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Security;

/// <summary>What ASP.NET Core Identity has to say, in Italian.</summary>
internal sealed class ItalianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure));

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), email);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidEmail), userName);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), email);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), userName);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);

    private static IdentityError Error(string code, params object?[] arguments) =>
        new() { Code = code, Description = Texts.Get($"Identity.{code}", arguments) };
}
