using System.Buffers.Binary;
using System.Text;

namespace Hub.Content.Media.Images;

/// <summary>Leaves of a WebP what it takes to show it: all but EXIF and XMP.</summary>
internal static class WebpMetadata
{
    private const int HeaderLength = 12;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte IsAnimation = 0x02;

    /// <inheritdoc cref="ImageCleaner.Clean"/>
    public static bool Strip(Stream image, Stream clean)
    {
        var header = new byte[HeaderLength];
        image.ReadExactly(header);
        clean.Write(header);
        long left = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)) - 4L;
        var isMoving = false;
        var head = new byte[8];
        while (left >= head.Length)
        {
            image.ReadExactly(head);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var padded = length + (length & 1);
            left -= head.Length + padded;
            if (left < -1)
                throw new InvalidDataException("A chunk of the WebP is longer than the picture.");
            var kind = Encoding.Latin1.GetString(head, 0, 4);
            if (kind is "EXIF" or "XMP ")
                ImageCleaner.Copy(image, padded, null);
            else if (kind == "VP8X" && length >= 1)
                isMoving |= CopyFlags(image, clean, head, padded);
            else
                CopyChunk(image, clean, head, padded);
        }

        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(clean.Position - 8));
        clean.Position = 4;
        clean.Write(size);
        clean.Seek(0, SeekOrigin.End);
        return isMoving;
    }

    private static bool CopyFlags(Stream image, Stream clean, byte[] head, long length)
    {
        clean.Write(head);
        var flags = ImageCleaner.Next(image);
        clean.WriteByte((byte)(flags & ~(HasExif | HasXmp)));
        ImageCleaner.Copy(image, length - 1, clean);
        return (flags & IsAnimation) != 0;
    }

    private static void CopyChunk(Stream image, Stream clean, byte[] head, long length)
    {
        clean.Write(head);
        ImageCleaner.Copy(image, length, clean);
    }
}
