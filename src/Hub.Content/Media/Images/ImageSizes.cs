using SkiaSharp;

namespace Hub.Content.Media.Images;

/// <summary>
/// Makes the smaller pictures that pages show. One picture is decoded at a time in the process: a decoded picture takes four
/// bytes a pixel. Thread-safe.
/// </summary>
internal sealed class ImageSizes : IDisposable
{
    private const int WebpQuality = 80;
    private const int JpegQuality = 82;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The widths that are made as WebP, the largest first; what is not narrower than the picture is left out.</summary>
    public static IReadOnlyList<int> Widths { get; } = [1920, 1280, 960, 640, 320];

    /// <summary>The width of the one JPEG, for whoever doesn't know WebP.</summary>
    public const int FallbackWidth = 1280;

    /// <summary>The pictures made, and how large the picture is when it stands upright.</summary>
    /// <exception cref="InvalidDataException">It can't be decoded.</exception>
    public async Task<(IReadOnlyList<MadeSize> Sizes, int Width, int Height)> Make(Stream image, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            image.Position = 0;
            using var stream = new SKManagedStream(image);
            using var codec = SKCodec.Create(stream) ?? throw new InvalidDataException("The picture can't be decoded.");
            var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
            var (width, height) = turned ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
            return (Make(codec, width, height, turned, cancel), width, height);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static List<MadeSize> Make(SKCodec codec, int width, int height, bool turned, CancellationToken cancel)
    {
        var widths = Widths.Where(each => each < width).DefaultIfEmpty(width).ToList();
        var bitmap = Upright(Decode(codec, turned ? widths[0] * height / width : widths[0]), codec.EncodedOrigin);
        var made = new List<MadeSize>();
        try
        {
            foreach (var each in widths)
            {
                cancel.ThrowIfCancellationRequested();
                bitmap = Narrow(bitmap, each, Math.Max(1, (int)Math.Round((double)height * each / width)));
                made.Add(Encode(bitmap, SKEncodedImageFormat.Webp, WebpQuality));
                if (bitmap.Info.AlphaType == SKAlphaType.Opaque && (each == FallbackWidth || (each == widths[0] && each < FallbackWidth)))
                    made.Add(Encode(bitmap, SKEncodedImageFormat.Jpeg, JpegQuality));
            }
        }
        finally
        {
            bitmap.Dispose();
        }

        return made;
    }

    /// <summary>Decodes a JPEG as small as it can be and still wide enough; others whole.</summary>
    private static SKBitmap Decode(SKCodec codec, int wanted)
    {
        var scaled = codec.GetScaledDimensions(Math.Min(1f, (float)wanted / codec.Info.Width));
        if (scaled.Width < wanted)
            scaled = codec.Info.Size;
        var info = new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        throw new InvalidDataException("The picture can't be decoded.");
    }

    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
            return bitmap;
        var (w, h) = (bitmap.Width, bitmap.Height);
        var matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        };
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using (bitmap)
        {
            var upright = new SKBitmap(bitmap.Info.WithSize(isTurned ? h : w, isTurned ? w : h));
            using var canvas = new SKCanvas(upright);
            canvas.SetMatrix(matrix);
            canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
            return upright;
        }
    }

    private static SKBitmap Narrow(SKBitmap bitmap, int width, int height)
    {
        if (bitmap.Width == width && bitmap.Height == height)
            return bitmap;
        using (bitmap)
            return bitmap.Resize(bitmap.Info.WithSize(width, height), Smooth) ?? throw new InvalidDataException("The picture can't be made smaller.");
    }

    private static MadeSize Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, quality) ?? throw new InvalidDataException("The picture can't be encoded.");
        return new MadeSize(bitmap.Width, bitmap.Height, format == SKEncodedImageFormat.Webp ? "webp" : "jpg", data.ToArray());
    }
}

/// <summary>A smaller picture.</summary>
/// <param name="Format">webp or jpg.</param>
public sealed record MadeSize(int Width, int Height, string Format, byte[] Bytes);
