using System.Collections.Frozen;

namespace Hub.Content.Prose;

/// <summary>Tells which addresses may stand in a link.</summary>
public static class SafeAddress
{
    private static readonly FrozenSet<string> Schemes =
        new[] { "http", "https", "mailto", "tel" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// An address with an allowed scheme, or one without any, that a browser can't read as something else: no blanks or
    /// control characters, no <c>//host</c>, no backslashes.
    /// </summary>
    public static bool IsSafe(string address)
    {
        if (address.Length is 0 or > 2000 || address.StartsWith("//", StringComparison.Ordinal))
            return false;
        foreach (var c in address)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '<' or '>' or '"' or '`' or '\'' or '\uFEFF' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
                return false;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var path = address.AsSpan().IndexOfAny("/?#");
        return colon < 0 || (path >= 0 && path < colon) || Schemes.Contains(address[..colon]);
    }

    /// <summary>Whether the address leads out of the portal.</summary>
    public static bool IsExternal(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an address without a scheme was meant to be another site's, as people copy them: <c>www.comune.prato.it/avviso</c>.
    /// Addresses within the portal have no dot before their first slash.
    /// </summary>
    public static bool IsHost(string address)
    {
        var end = address.AsSpan().IndexOfAny("/?#");
        var host = end < 0 ? address.AsSpan() : address.AsSpan(0, end);
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && !host.ContainsAny(":@") && !host.StartsWith(".") && !host.Contains("..", StringComparison.Ordinal)
            && host[(dot + 1)..].IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    /// <summary>A path below <c>media/</c> that stays there.</summary>
    public static bool IsMediaPath(string path) =>
        path.StartsWith("media/", StringComparison.Ordinal) && IsSafe(path) && !path.Contains(':', StringComparison.Ordinal)
        && !path.Contains('%', StringComparison.Ordinal) && path.Split('/').All(segment => segment.Length > 0 && segment is not ("." or ".."));
}
