using System.Security.Cryptography;

namespace Hub.Content.Media.Storage;

/// <summary>The name of content.</summary>
internal static class ContentHash
{
    private const int Length = 64;

    /// <summary>Reads from the beginning to the end.</summary>
    public static async Task<string> Of(Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    public static bool IsOne(string hash) => hash.Length == Length && hash.All(char.IsAsciiHexDigitLower);
}
