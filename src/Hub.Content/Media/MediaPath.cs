using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Content.Media;

/// <summary>How the library's files are addressed: <c>media/{id}/{name}</c>, the same in every region.</summary>
public static partial class MediaPath
{
    /// <summary>Ids that people may mistake for each other are not made: no l and 1, no o and 0.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int Length = 12;

    /// <summary>Path within a region, without a leading slash.</summary>
    public static string Of(string id, string name) => $"media/{id}/{name}";

    /// <summary>Lower-case letters, digits and single hyphens; 4 to 40 characters.</summary>
    public static bool IsId(string id) => id.Length is >= 4 and <= 40 && Items.Slug.IsValid(id);

    /// <summary>The id in an address of the library, with or without what stands before <c>media/</c>; null when it is none.</summary>
    public static string? IdOf(string path) => Whole().Match(path) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>Ids of all files that a text names.</summary>
    internal static IReadOnlySet<string> IdsIn(string text) =>
        Anywhere().Matches(text).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);

    internal static string NewId() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Always the same id for the same place: for files that come without one.</summary>
    internal static string IdFor(string place)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(place));
        return string.Create(Length, hash, (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
                id[i] = Letters[bytes[i] % Letters.Length];
        });
    }

    [GeneratedRegex(@"^(?!//)(?:[^:]*/)?media/(?<id>[a-z0-9-]{4,40})/[^/?#]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])media/(?<id>[a-z0-9-]{4,40})/", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Anywhere();
}
