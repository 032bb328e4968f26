using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hub.Web.Tests.Fixtures;

/// <summary>What an authenticator app does (RFC 6238): six digits from a key and the time.</summary>
internal static class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <param name="key">Base 32, blanks allowed.</param>
    /// <param name="steps">So many half minutes from now.</param>
    public static string Code(string key, int steps = 0)
    {
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds) + steps;
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // what apps compute
        var hash = HMACSHA1.HashData(Bytes(key), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString(Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
