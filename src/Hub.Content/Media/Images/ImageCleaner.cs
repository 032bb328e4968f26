using System.Buffers;

namespace Hub.Content.Media.Images;

/// <summary>
/// Copies a picture without what only its maker should know (camera, place, time, comments) and without whatever hangs behind
/// its end; not a pixel changes. Cleaning twice gives what cleaning once gave.
/// </summary>
internal static class ImageCleaner
{
    /// <param name="clean">Empty, can be read back.</param>
    /// <returns>Whether the picture moves.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static bool Clean(Stream image, string format, Stream clean)
    {
        image.Position = 0;
        using var buffered = new BufferedStream(new Unclosed(image), 64 * 1024);
        return format switch
        {
            "png" => PngMetadata.Strip(buffered, clean),
            "gif" => GifMetadata.Strip(buffered, clean),
            "webp" => WebpMetadata.Strip(buffered, clean),
            _ => JpegMetadata.Strip(buffered, clean),
        };
    }

    /// <summary>Copies so many bytes, or passes over them.</summary>
    internal static void Copy(Stream from, long count, Stream? to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (count > 0)
            {
                var read = from.Read(buffer, 0, (int)Math.Min(count, buffer.Length));
                if (read == 0)
                    throw new EndOfStreamException();
                to?.Write(buffer, 0, read);
                count -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    internal static byte Next(Stream from) => from.ReadByte() is >= 0 and var b ? (byte)b : throw new EndOfStreamException();

    /// <summary>A stream that stays open when what reads it is closed.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
