using SkiaSharp;

namespace Hub.Benchmarks.Media;

/// <summary>A photograph-like picture of about five megabytes.</summary>
internal static class BigPicture
{
    public const int Width = 4000;
    public const int Height = 3000;

    public static byte[] Jpeg()
    {
        var random = new Random(42);
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SkyBlue);
            using var paint = new SKPaint { IsAntialias = true };
            for (var i = 0; i < 60_000; i++)
            {
                paint.Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), 90);
                canvas.DrawCircle(random.Next(Width), random.Next(Height), 3 + random.Next(30), paint);
            }
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 97);
        return data.ToArray();
    }
}
