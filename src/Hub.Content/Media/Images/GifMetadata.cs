using System.Text;

namespace Hub.Content.Media.Images;

/// <summary>Leaves of a GIF what it takes to show it: frames, their timing and how often they run.</summary>
internal static class GifMetadata
{
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte Timing = 0xF9;
    private const byte Application = 0xFF;

    /// <inheritdoc cref="ImageCleaner.Clean"/>
    public static bool Strip(Stream image, Stream clean)
    {
        var header = new byte[13];
        image.ReadExactly(header);
        clean.Write(header);
        CopyColours(header[10], image, clean);
        var frames = 0;
        for (var block = ImageCleaner.Next(image); block != Trailer; block = ImageCleaner.Next(image))
        {
            if (block == Extension)
                CopyExtension(image, clean);
            else if (block == Frame && ++frames > 0)
                CopyFrame(image, clean);
            else if (block != 0)
                throw new InvalidDataException("A block of the GIF has no form.");
        }

        if (frames == 0)
            throw new InvalidDataException("The GIF shows nothing.");
        clean.WriteByte(Trailer);
        return frames > 1;
    }

    private static void CopyExtension(Stream image, Stream clean)
    {
        var label = ImageCleaner.Next(image);
        var length = ImageCleaner.Next(image);
        var first = new byte[length];
        image.ReadExactly(first);
        var isNeeded = label == Timing || (label == Application && Encoding.Latin1.GetString(first) is "NETSCAPE2.0" or "ANIMEXTS1.0");
        if (isNeeded)
        {
            clean.Write([Extension, label, length]);
            clean.Write(first);
        }

        if (length > 0)
            CopyBlocks(image, isNeeded ? clean : null);
    }

    private static void CopyFrame(Stream image, Stream clean)
    {
        var descriptor = new byte[9];
        image.ReadExactly(descriptor);
        clean.WriteByte(Frame);
        clean.Write(descriptor);
        CopyColours(descriptor[8], image, clean);
        clean.WriteByte(ImageCleaner.Next(image));
        CopyBlocks(image, clean);
    }

    private static void CopyColours(byte flags, Stream image, Stream clean)
    {
        if ((flags & 0x80) != 0)
            ImageCleaner.Copy(image, 3L << ((flags & 7) + 1), clean);
    }

    private static void CopyBlocks(Stream image, Stream? clean)
    {
        byte length;
        do
        {
            length = ImageCleaner.Next(image);
            clean?.WriteByte(length);
            ImageCleaner.Copy(image, length, clean);
        }
        while (length > 0);
    }
}
