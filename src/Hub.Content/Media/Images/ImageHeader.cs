using System.Buffers.Binary;

namespace Hub.Content.Media.Images;

/// <summary>How large a picture says it is, read without decoding it: bombs are told before they burst.</summary>
internal sealed record ImageHeader(int Width, int Height)
{
    private const int MaxMarkers = 10_000;

    public long Pixels => (long)Width * Height;

    /// <summary>Reads a header from the beginning.</summary>
    /// <returns>Null when there is none: the file is damaged.</returns>
    public static ImageHeader? Read(Stream image, string format)
    {
        image.Position = 0;
        try
        {
            var (width, height) = format switch
            {
                "png" => Png(image),
                "gif" => Gif(image),
                "webp" => Webp(image),
                _ => Jpeg(image),
            };
            return width > 0 && height > 0 ? new ImageHeader(width, height) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static (int, int) Png(Stream image)
    {
        Span<byte> head = stackalloc byte[24];
        image.ReadExactly(head);
        return head[12..].StartsWith("IHDR"u8) ? (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])) : default;
    }

    private static (int, int) Gif(Stream image)
    {
        Span<byte> head = stackalloc byte[10];
        image.ReadExactly(head);
        return (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
    }

    private static (int, int) Webp(Stream image)
    {
        Span<byte> head = stackalloc byte[30];
        image.ReadExactly(head);
        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8))
            return (1 + Three(head[24..]), 1 + Three(head[27..]));
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return head[20] == 0x2F ? ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : default;
        }

        return chunk.StartsWith("VP8 "u8) && head[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : default;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>The frame's size stands in the first SOF marker.</summary>
    private static (int, int) Jpeg(Stream image)
    {
        Span<byte> head = stackalloc byte[7];
        image.ReadExactly(head[..2]);
        for (var marker = 0; marker < MaxMarkers; marker++)
        {
            image.ReadExactly(head[..2]);
            if (head[0] != 0xFF)
                return default;
            var kind = head[1];
            while (kind == 0xFF) // fill bytes
            {
                image.ReadExactly(head[..1]);
                kind = head[0];
            }

            if (kind is 0x01 or (>= 0xD0 and <= 0xD8))
                continue;
            image.ReadExactly(head[..2]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(head);
            if (length < 2 || kind is 0xD9 or 0xDA)
                return default;
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                image.ReadExactly(head[..5]);
                return (BinaryPrimitives.ReadUInt16BigEndian(head[3..]), BinaryPrimitives.ReadUInt16BigEndian(head[1..]));
            }

            image.Seek(length - 2, SeekOrigin.Current);
        }

        return default;
    }
}
