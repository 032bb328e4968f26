using System.Buffers;
using Hub.Content.Media.Images;

namespace Hub.Content.Media.Checks;

/// <summary>
/// Everything that a file must pass before it is stored: size, what it is, that its name agrees, what stands inside, viruses.
/// Pictures come out without metadata and with their smaller sizes. Thread-safe.
/// </summary>
internal sealed class UploadCheck(MediaOptions options, VirusScanner scanner, ImageSizes sizes)
{
    /// <param name="file">Hostile; can be read from any place, and is only read.</param>
    /// <param name="name">Hostile.</param>
    /// <exception cref="RefusedFileException">It is not taken, and why.</exception>
    public async Task<CheckedFile> Check(Stream file, string name, MediaRules rules, CancellationToken cancel)
    {
        if (file.Length == 0)
            throw RefusedFileException.Because("Empty");
        if (FileName.IsMisleading(name))
            throw RefusedFileException.Because("Name");
        CheckSize(file, rules.Largest);
        var format = await FormatOf(file, cancel);
        CheckSize(file, rules.LimitOf(format.IsImage));
        if (FileFormat.Of(FileName.Extension(name)) is not { } named || (named != format && !(named.IsText && format.IsText)))
            throw RefusedFileException.Because("Extension", FileName.Extension(name), format.Label);
        if (format.IsText)
            format = named;
        await scanner.Scan(file, cancel);
        return await Prepare(file, FileName.Clean(name, format), format, cancel);
    }

    private static void CheckSize(Stream file, long limit)
    {
        if (file.Length > limit)
            throw RefusedFileException.Because("TooLarge", FileSize.Over(file.Length, limit), FileSize.Of(limit));
    }

    private static async Task<FileFormat> FormatOf(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        var head = ArrayPool<byte>.Shared.Rent(FileSniffer.HeadLength);
        try
        {
            var length = await file.ReadAtLeastAsync(head.AsMemory(0, FileSniffer.HeadLength), FileSniffer.HeadLength, throwOnEndOfStream: false, cancel);
            var nature = FileSniffer.Of(head.AsSpan(0, length));
            if (nature == Nature.Text)
                await CheckText(file, head, cancel);
            return nature switch
            {
                Nature.Jpeg => FileFormat.Of("jpg")!,
                Nature.Png => FileFormat.Of("png")!,
                Nature.Gif => FileFormat.Of("gif")!,
                Nature.Webp => FileFormat.Of("webp")!,
                Nature.Pdf => FileFormat.Of("pdf")!,
                Nature.Svg => FileFormat.Of("svg")!,
                Nature.Text => FileFormat.Of("txt")!,
                Nature.Zip => FileFormat.Of(await ZipCheck.ExtensionOf(file, cancel))!,
                Nature.Ole => throw RefusedFileException.Because("Old"),
                Nature.Markup => throw RefusedFileException.Because("Markup"),
                _ => throw RefusedFileException.Because("Unknown"),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    /// <summary>Text to its end, not only where it was looked at.</summary>
    private static async Task CheckText(Stream file, byte[] buffer, CancellationToken cancel)
    {
        file.Position = 0;
        while (await file.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (!FileSniffer.IsText(buffer.AsSpan(0, read)))
                throw RefusedFileException.Because("Unknown");
        }
    }

    private async Task<CheckedFile> Prepare(Stream file, string name, FileFormat format, CancellationToken cancel)
    {
        if (format.IsRaster)
            return await Picture(file, name, format, cancel);
        if (!format.IsImage)
            return new CheckedFile(format, name, file, file, 0, 0, []);
        try
        {
            var (clean, width, height) = SvgCleaner.Clean(file);
            var drawing = new MemoryStream(clean);
            return new CheckedFile(format, name, drawing, drawing, width, height, []); // the original may run: it isn't kept
        }
        catch (InvalidDataException)
        {
            throw RefusedFileException.Because("Drawing");
        }
    }

    private async Task<CheckedFile> Picture(Stream file, string name, FileFormat format, CancellationToken cancel)
    {
        var header = ImageHeader.Read(file, format.Extension) ?? throw RefusedFileException.Because("Damaged");
        if (header.Pixels > options.MaxMegapixels * 1_000_000L)
            throw RefusedFileException.Because("Pixels", header.Width, header.Height, options.MaxMegapixels);
        var clean = TemporaryFile.Make();
        try
        {
            var isMoving = ImageCleaner.Clean(file, format.Extension, clean);
            await clean.FlushAsync(cancel);
            var (made, width, height) = isMoving ? ([], header.Width, header.Height) : await sizes.Make(clean, cancel);
            return new CheckedFile(format, name, file, clean, width, height, made);
        }
        catch (Exception e)
        {
            await clean.DisposeAsync();
            throw e is InvalidDataException or EndOfStreamException ? RefusedFileException.Because("Damaged") : e;
        }
    }
}

/// <summary>A file that may be stored.</summary>
/// <param name="Name">Clean, with the extension of its format.</param>
/// <param name="Original">As it was uploaded.</param>
/// <param name="Served">What readers get.</param>
/// <param name="Width">In pixels, upright; 0 for what is no picture.</param>
internal sealed record CheckedFile(
    FileFormat Format, string Name, Stream Original, Stream Served, int Width, int Height, IReadOnlyList<MadeSize> Sizes) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Served == Original ? ValueTask.CompletedTask : Served.DisposeAsync();
}
