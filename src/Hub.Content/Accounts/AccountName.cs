using System.Globalization;
using Hub.Content.Fields;
using Microsoft.AspNetCore.Identity;

namespace Hub.Content.Accounts;

/// <summary>The name that others see beside somebody's work: a person's own, and nobody else's in the hub.</summary>
public static class AccountName
{
    public const int MaxLength = 80;

    /// <summary>Names under which the hub itself acts.</summary>
    private static readonly string[] Reserved = ["hub", "import", "programma", "verifiche", "aggiornamenti", "command line"];

    /// <summary>Beginnings of the pseudonyms of people who are gone, or who propose without an account.</summary>
    private static readonly string[] Pseudonyms = ["persona-", "proponente-"];

    /// <summary>One line, without blanks at its ends.</summary>
    public static string Clean(string? typed) => CleanText.Line(typed ?? "").Trim();

    /// <summary>What is wrong with a name as <see cref="Clean"/> gives it; null when nothing is.</summary>
    public static IdentityError? Problem(string name) => name switch
    {
        "" => Error("NameMissing"),
        { Length: > MaxLength } => Error("NameTooLong", MaxLength),
        _ when Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || Pseudonyms.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) => Error("NameInvalid"),
        _ when name.Any(c => c is '<' or '>' or '/' or '\\' || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control) => Error("NameInvalid"),
        _ => null,
    };

    private static IdentityError Error(string code, params object?[] arguments) => new() { Code = code, Description = Texts.Get($"Account.{code}", arguments) };
}
