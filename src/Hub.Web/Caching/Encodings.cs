using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Caching;

/// <summary>Which encoding an answer has, of those that we compress with.</summary>
internal static class Encodings
{
    /// <summary>Nearly every browser asks in the same words.</summary>
    private static volatile Choice last = new("", "");

    /// <summary>br, gzip, or nothing.</summary>
    public static string Choose(StringValues accepted)
    {
        var asked = accepted.ToString();
        if (asked.Length == 0)
            return "";
        if (last is var known && known.Asked == asked)
            return known.Encoding;
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var parsed))
            return "";
        var encoding = Accepts(parsed, "br") ? "br" : Accepts(parsed, "gzip") ? "gzip" : "";
        last = new Choice(asked, encoding);
        return encoding;
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> asked, string encoding) =>
        asked.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    private sealed record Choice(string Asked, string Encoding);
}
