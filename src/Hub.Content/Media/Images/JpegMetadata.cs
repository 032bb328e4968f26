using System.Buffers.Binary;

namespace Hub.Content.Media.Images;

/// <summary>Leaves of a JPEG what it takes to show it: tables, frames, colour profile, and which way is up.</summary>
internal static class JpegMetadata
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Exif = 0xE1;
    private const byte Comment = 0xFE;

    /// <inheritdoc cref="ImageCleaner.Clean"/>
    public static bool Strip(Stream image, Stream clean)
    {
        if (ImageCleaner.Next(image) != 0xFF || ImageCleaner.Next(image) != Start)
            throw new InvalidDataException("There is no start of a JPEG.");
        clean.Write([0xFF, Start]);
        var hasScan = false;
        var kind = Marker(image);
        while (kind != End)
        {
            if (kind is not (0x01 or (>= 0xD0 and <= 0xD7)))
                CopySegment(kind, image, clean);
            hasScan |= kind == Scan;
            kind = kind == Scan ? CopyScan(image, clean) : Marker(image);
        }

        if (!hasScan)
            throw new InvalidDataException("The JPEG shows nothing.");
        clean.Write([0xFF, End]);
        return false;
    }

    private static void CopySegment(byte kind, Stream image, Stream clean)
    {
        var length = (ImageCleaner.Next(image) << 8) | ImageCleaner.Next(image);
        if (length < 2)
            throw new InvalidDataException("A segment of the JPEG has no length.");
        var segment = new byte[length - 2];
        image.ReadExactly(segment);
        if (kind == Exif && ExifOrientation.Of(segment) is > 1 and var orientation)
            Write(clean, kind, ExifOrientation.Segment(orientation));
        else if (IsNeeded(kind, segment))
            Write(clean, kind, segment);
    }

    private static bool IsNeeded(byte kind, ReadOnlySpan<byte> segment) => kind switch
    {
        0xE0 => segment.StartsWith("JFIF\0"u8),
        0xE2 => segment.StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment.StartsWith("Adobe"u8),
        Comment or (>= 0xE0 and <= 0xEF) => false,
        _ => true,
    };

    private static void Write(Stream clean, byte kind, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, kind, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        clean.Write(head);
        clean.Write(segment);
    }

    private static byte Marker(Stream image)
    {
        if (ImageCleaner.Next(image) != 0xFF)
            throw new InvalidDataException("There is no marker where one must be.");
        byte kind;
        do
            kind = ImageCleaner.Next(image);
        while (kind == 0xFF);
        return kind;
    }

    /// <summary>Copies compressed data up to the next marker that isn't part of it; its kind. A picture that is cut off ends there.</summary>
    private static byte CopyScan(Stream image, Stream clean)
    {
        while (image.ReadByte() is >= 0 and var b)
        {
            if (b != 0xFF)
            {
                clean.WriteByte((byte)b);
                continue;
            }

            var next = image.ReadByte();
            while (next == 0xFF)
                next = image.ReadByte();
            if (next < 0)
                break;
            if (next is not (0 or (>= 0xD0 and <= 0xD7)))
                return (byte)next;
            clean.WriteByte(0xFF);
            clean.WriteByte((byte)next);
        }

        return End;
    }
}
