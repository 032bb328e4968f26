using System.Buffers.Binary;

namespace Hub.Content.Media.Images;

/// <summary>The one thing in a photograph's EXIF that it takes to show it: which way is up.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int HeaderLength = 6;

    /// <summary>1 to 8; 1 when the segment says nothing. Never throws.</summary>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < HeaderLength + 8)
            return 1;
        var tiff = segment[HeaderLength..];
        var isLittle = tiff.StartsWith("II"u8);
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return 1;
        var directory = tiff[(int)first..];
        var count = Read(directory, isLittle);
        for (var i = 0; i < count && 2 + (12 * (i + 1)) <= directory.Length; i++)
        {
            var entry = directory[(2 + (12 * i))..];
            if (Read(entry, isLittle) == Tag)
                return Read(entry[8..], isLittle) is >= 1 and <= 8 and var value ? value : 1;
        }

        return 1;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Read(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
