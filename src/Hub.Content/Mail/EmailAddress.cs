using System.Globalization;

namespace Hub.Content.Mail;

/// <summary>Reads e-mail addresses as people type them.</summary>
public static class EmailAddress
{
    /// <summary>No longer address can be delivered to (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxLocal = 64;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>
    /// The address in lower case, its domain in ASCII; null when it is none. What is given back holds no blank, line break,
    /// quote, comma or angle bracket, and so can stand in a header. Never throws.
    /// </summary>
    public static string? Parse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var at = text.LastIndexOf('@');
        if (text.Length > MaxLength || at is < 1 or > MaxLocal)
            return null;
        var local = text[..at];
        return IsLocal(local) && Domain(text[(at + 1)..]) is { } domain && local.Length + domain.Length < MaxLength
            ? $"{local}@{domain}".ToLowerInvariant()
            : null;
    }

    private static bool IsLocal(string local) =>
        local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal))
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

    private static string? Domain(string typed)
    {
        try
        {
            var domain = typed.All(char.IsAscii) ? typed : new IdnMapping().GetAscii(typed);
            var labels = domain.Split('.');
            return labels.Length > 1 && labels.All(IsLabel) && labels[^1].Length > 1 && !labels[^1].All(char.IsAsciiDigit) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null; // no domain in any script
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
