using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Hub.Content.Tests.Media;

/// <summary>Files such as people upload, and such as nobody should.</summary>
internal static class Samples
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Picture(int width, int height, SKEncodedImageFormat format, SKColor? colour = null)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, format == SKEncodedImageFormat.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(colour ?? SKColors.SteelBlue);
        using var paint = new SKPaint { Color = SKColors.Gold };
        canvas.DrawRect(0, 0, width / 2f, height / 2f, paint);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    public static byte[] Jpeg(int width = 800, int height = 600) => Picture(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 40, int height = 30) => Picture(width, height, SKEncodedImageFormat.Png);

    public static byte[] Webp(int width = 40, int height = 30) => Picture(width, height, SKEncodedImageFormat.Webp);

    /// <summary>Two frames, with a comment and something behind the end.</summary>
    public static byte[] MovingGif() =>
    [
        .. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFE, 6, .. "segret"u8, 0,
        .. Frame(), .. Frame(), 0x3B, .. "<script>alert(1)</script>"u8,
    ];

    /// <summary>A JPEG with EXIF (turned by a quarter, with a place), a comment, and an archive behind its end.</summary>
    public static byte[] TalkativeJpeg(byte orientation = 6, int width = 80, int height = 40)
    {
        var plain = Jpeg(width, height);
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'N', (byte)'o', (byte)'i', 0,
            0, 0, 0, 0, .. "GPS 43.7696 11.2558"u8,
        ];
        return [0xFF, 0xD8, .. Segment(0xE1, exif), .. Segment(0xFE, "scattata da Anna"u8), .. plain.AsSpan(2), .. Zip(("a.txt", "ciao"))];
    }

    /// <summary>A PNG that says how large it is, and nothing else that is true.</summary>
    public static byte[] PngOf(int width, int height)
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] TalkativePng()
    {
        var png = Png();
        return [.. png.AsSpan(0, 33), .. Chunk("tEXt", "Author\0Anna"u8), .. png.AsSpan(33), .. "PK\u0003\u0004"u8];
    }

    public static byte[] Pdf(string text = "Avviso") => Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%{text}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip([("[Content_Types].xml", $"<Types><Override ContentType=\"{Word}\"/></Types>"), ("word/document.xml", "<w:document/>"), .. more]);

    public static byte[] Odt() => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>"));

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A document whose one entry unpacks to so many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write(Encoding.UTF8.GetBytes(Word));
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var nothing = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
                entry.Write(nothing);
        }

        return file.ToArray();
    }

    /// <summary>An archive in an archive in an archive.</summary>
    public static byte[] Nested(int depth)
    {
        var inner = Zip(("a.txt", "fine"));
        for (var i = 0; i < depth; i++)
        {
            using var file = new MemoryStream();
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                using (var types = zip.CreateEntry("[Content_Types].xml").Open())
                    types.Write(Encoding.UTF8.GetBytes(Word));
                using var entry = zip.CreateEntry("embeddings/a.zip").Open();
                entry.Write(inner);
            }

            inner = file.ToArray();
        }

        return inner;
    }

    private static byte[] Frame() => [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x44, 0x01, 0];

    private static byte[] Segment(byte kind, ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        return [0xFF, kind, (byte)(length >> 8), (byte)length, .. content];
    }

    private static byte[] Chunk(string kind, ReadOnlySpan<byte> content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
    }
}
