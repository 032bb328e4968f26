using System.Text;
using Hub.Content.Media.Images;
using SkiaSharp;

namespace Hub.Content.Tests.Media;

public class ImageTests
{
    [Theory]
    [InlineData("jpg", SKEncodedImageFormat.Jpeg)]
    [InlineData("png", SKEncodedImageFormat.Png)]
    [InlineData("webp", SKEncodedImageFormat.Webp)]
    public void HeadersTellHowLargeAPictureIs(string format, SKEncodedImageFormat encoded)
    {
        using var image = new MemoryStream(Samples.Picture(321, 123, encoded));

        Assert.Equal(new ImageHeader(321, 123), ImageHeader.Read(image, format));
    }

    [Fact]
    public void AGifTellsItToo()
    {
        using var gif = new MemoryStream(Samples.MovingGif());

        Assert.Equal(new ImageHeader(2, 2), ImageHeader.Read(gif, "gif"));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public void DamagedPicturesAreRefusedAndNeverLoopOrCrash(string format)
    {
        var random = new Random(5);
        var whole = format switch { "jpg" => Samples.TalkativeJpeg(), "png" => Samples.TalkativePng(), "gif" => Samples.MovingGif(), _ => Samples.Webp() };
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole[..random.Next(1, whole.Length + 1)];
            for (var change = random.Next(8); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var image = new MemoryStream(bytes);
            using var clean = new MemoryStream();

            _ = ImageHeader.Read(image, format);
            var failure = Record.Exception(() => ImageCleaner.Clean(image, format, clean));
            Assert.True(failure is null or InvalidDataException or EndOfStreamException, failure?.ToString());
        }
    }

    [Fact]
    public void AJpegLosesEverythingButWhichWayIsUp()
    {
        var (clean, _) = Clean(Samples.TalkativeJpeg(), "jpg");
        var text = Encoding.Latin1.GetString(clean);

        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PK\u0003\u0004", text, StringComparison.Ordinal);
        using var codec = SKCodec.Create(new MemoryStream(clean));
        Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
    }

    [Fact]
    public void NotAPixelChanges()
    {
        foreach (var (bytes, format) in new[] { (Samples.TalkativeJpeg(1), "jpg"), (Samples.TalkativePng(), "png"), (Samples.Webp(), "webp") })
        {
            var (clean, _) = Clean(bytes, format);
            using var before = SKBitmap.Decode(bytes);
            using var after = SKBitmap.Decode(clean);

            Assert.Equal(before.Bytes, after.Bytes);
        }
    }

    [Fact]
    public void CleaningTwiceGivesTheSame()
    {
        foreach (var (bytes, format) in new[] { (Samples.TalkativeJpeg(), "jpg"), (Samples.TalkativePng(), "png"), (Samples.Webp(), "webp"), (Samples.MovingGif(), "gif") })
        {
            var (once, _) = Clean(bytes, format);

            Assert.Equal(once, Clean(once, format).Clean);
        }
    }

    [Fact]
    public void AGifThatMovesKeepsMovingWithoutItsCommentAndWhatHangsBehind()
    {
        var (clean, isMoving) = Clean(Samples.MovingGif(), "gif");
        var text = Encoding.Latin1.GetString(clean);

        Assert.True(isMoving);
        Assert.Contains("NETSCAPE2.0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("segret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SizesAreNarrowerThanThePictureAndKeepItsShape()
    {
        using var sizes = new ImageSizes();
        var (made, width, height) = await sizes.Make(new MemoryStream(Samples.Jpeg(1500, 1000)), default);

        Assert.Equal((1500, 1000), (width, height));
        Assert.Equal(["1280 webp", "1280 jpg", "960 webp", "640 webp", "320 webp"], made.Select(size => $"{size.Width} {size.Format}"));
        Assert.All(made, size => Assert.InRange(size.Height, (size.Width * 2 / 3) - 1, (size.Width * 2 / 3) + 1));
        Assert.All(made, size => Assert.True(size.Bytes.AsSpan(0, 4).SequenceEqual(size.Format == "webp" ? "RIFF"u8 : [0xFF, 0xD8, 0xFF, 0xE0])));
    }

    [Fact]
    public async Task ASmallPictureHasOneSizeOfItsOwnWidth()
    {
        using var sizes = new ImageSizes();
        var (made, _, _) = await sizes.Make(new MemoryStream(Samples.Png(40, 30)), default);

        Assert.Equal(["40 webp"], made.Select(size => $"{size.Width} {size.Format}"));
    }

    /// <summary>The gold quarter is on the left above in the file; seen upright it stands elsewhere.</summary>
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public async Task PicturesThatLieOnTheirSideAreTurned(byte orientation, int right, int below)
    {
        using var sizes = new ImageSizes();
        var (made, width, height) = await sizes.Make(new MemoryStream(Samples.TalkativeJpeg(orientation, 400, 200)), default);
        using var shown = SKBitmap.Decode(made[0].Bytes);

        Assert.Equal(orientation < 5 ? (400, 200) : (200, 400), (width, height));
        for (var x = 0; x < 2; x++)
        {
            for (var y = 0; y < 2; y++)
                Assert.Equal(x == right && y == below, IsGold(shown.GetPixel(shown.Width * ((2 * x) + 1) / 4, shown.Height * ((2 * y) + 1) / 4)));
        }
    }

    private static bool IsGold(SKColor colour) => colour.Red > colour.Blue;

    private static (byte[] Clean, bool IsMoving) Clean(byte[] bytes, string format)
    {
        using var image = new MemoryStream(bytes);
        using var clean = new MemoryStream();
        var isMoving = ImageCleaner.Clean(image, format, clean);
        return (clean.ToArray(), isMoving);
    }
}
