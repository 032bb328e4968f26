namespace Hub.Practices.Organisations;

/// <summary>
/// The fiscal code of a body, as the decree of 23 December 1976, no. 13813, gives it to whoever is no natural person: eleven
/// digits, the last of which checks the others. A person's has sixteen characters, tells birth and sex, and has no place here.
/// </summary>
public static class FiscalCode
{
    private const int Length = 11;
    private const int PersonalLength = 16;

    /// <summary>Eleven digits whose check digit is right. It says nothing of whether somebody has the code.</summary>
    public static bool IsValid(string code) =>
        code.Length == Length && code.All(char.IsAsciiDigit) && (10 - (Sum(code) % 10)) % 10 == code[^1] - '0';

    /// <summary>It has the form of a person's code.</summary>
    public static bool IsPersonal(string code) => code.Length == PersonalLength && code.All(char.IsAsciiLetterOrDigit) && code[..6].All(char.IsAsciiLetter);

    /// <summary>The first, third… digit as it is; the second, fourth… doubled, and the digits of that added.</summary>
    private static int Sum(string code) => code[..^1].Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 2)).Sum(part => (part / 10) + (part % 10));
}
