using System.Buffers.Binary;
using System.Text;

namespace Hub.Content.Media.Images;

/// <summary>Leaves of a PNG what it takes to show it: all but texts, time and EXIF.</summary>
internal static class PngMetadata
{
    private const int SignatureLength = 8;

    /// <inheritdoc cref="ImageCleaner.Clean"/>
    public static bool Strip(Stream image, Stream clean)
    {
        ImageCleaner.Copy(image, SignatureLength, clean);
        var isMoving = false;
        var head = new byte[8];
        while (true)
        {
            image.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var kind = Encoding.Latin1.GetString(head, 4, 4);
            if (length > int.MaxValue || !kind.All(char.IsAsciiLetter))
                throw new InvalidDataException("A chunk of the PNG has no form.");
            isMoving |= kind == "acTL";
            var isNeeded = kind is not ("tEXt" or "zTXt" or "iTXt" or "tIME" or "eXIf");
            if (isNeeded)
                clean.Write(head);
            ImageCleaner.Copy(image, length + 4L, isNeeded ? clean : null); // with its checksum
            if (kind == "IEND")
                return isMoving;
        }
    }
}
