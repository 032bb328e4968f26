using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hub.Content.Media.Checks;

/// <summary>
/// Looks into an archive: which kind of document it is, and that it neither bursts when it is unpacked nor runs anything.
/// Everything is unpacked once and thrown away; what an archive says of its own sizes is not believed.
/// </summary>
internal sealed class ZipCheck
{
    private const int MaxEntries = 10_000;
    private const int MaxDirectory = 2 * 1024 * 1024;
    private const long MaxUnpacked = 512L * 1024 * 1024;
    private const int MaxNesting = 2;

    /// <summary>Text packs to a tenth, tables to a fiftieth; nothing that people write to less than this.</summary>
    private const int MaxRatio = 100;

    /// <summary>Below it a high ratio harms nobody.</summary>
    private const long RatioMatters = 20L * 1024 * 1024;

    private static readonly (string Mark, string Extension)[] Office =
    [
        ("wordprocessingml.document.main+xml", "docx"),
        ("spreadsheetml.sheet.main+xml", "xlsx"),
        ("presentationml.presentation.main+xml", "pptx"),
    ];

    private readonly long packed;
    private long unpacked;
    private int entries;

    private ZipCheck(long packed) => this.packed = packed;

    /// <summary>The extension of the document that the archive is.</summary>
    /// <exception cref="RefusedFileException">It is none, or does harm.</exception>
    public static async Task<string> ExtensionOf(Stream archive, CancellationToken cancel)
    {
        try
        {
            return await new ZipCheck(archive.Length).Look(archive, 0, cancel) ?? throw RefusedFileException.Because("Archive");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or IOException or ArgumentException)
        {
            throw RefusedFileException.Because("Damaged");
        }
    }

    private async Task<string?> Look(Stream archive, int depth, CancellationToken cancel)
    {
        CheckDirectory(archive);
        archive.Position = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        string? types = null, mimetype = null;
        foreach (var entry in zip.Entries)
        {
            if (++entries > MaxEntries)
                throw RefusedFileException.Because("Bomb");
            CheckName(entry.FullName);
            var keeps = entry.FullName is "[Content_Types].xml" or "mimetype" || IsSettings(entry.FullName);
            var text = await Unpack(entry, keeps, depth, cancel);
            if (entry.FullName == "[Content_Types].xml")
                types = text;
            else if (entry.FullName == "mimetype")
                mimetype = text;
            else if (IsSettings(entry.FullName) && text!.Contains("attachedTemplate", StringComparison.Ordinal) && text.Contains("External", StringComparison.Ordinal))
                throw RefusedFileException.Because("Macros");
        }

        return OfTypes(types) ?? OfMimetype(mimetype);
    }

    private static bool IsSettings(string name) => name.EndsWith("settings.xml.rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Bounds the list of entries before anything reads it: each costs memory, and its own count is not believed.</summary>
    private static void CheckDirectory(Stream archive)
    {
        var tail = new byte[Math.Min(archive.Length, 22 + ushort.MaxValue)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > tail.Length)
            throw RefusedFileException.Because("Damaged");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (start == uint.MaxValue || archive.Length - start > MaxDirectory + ushort.MaxValue)
            throw RefusedFileException.Because("Bomb");
    }

    private static void CheckName(string name)
    {
        var last = name.Split('/', '\\')[^1].ToLowerInvariant();
        if (name.Contains("..", StringComparison.Ordinal) && name.Split('/', '\\').Contains("..") || name.StartsWith('/') || name.Contains('\0', StringComparison.Ordinal))
            throw RefusedFileException.Because("Damaged");
        if (last is "vbaproject.bin" or "vbadata.xml" || (last.StartsWith("activex", StringComparison.Ordinal) && last.EndsWith(".bin", StringComparison.Ordinal))
            || name.StartsWith("Basic/", StringComparison.Ordinal) || name.StartsWith("Scripts/", StringComparison.Ordinal))
            throw RefusedFileException.Because("Macros");
    }

    /// <returns>The text of an entry that is to be looked at; null for others.</returns>
    private async Task<string?> Unpack(ZipArchiveEntry entry, bool keeps, int depth, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var stream = await entry.OpenAsync(cancel);
            var kept = new StringBuilder();
            FileStream? nested = null;
            var isFirst = true;
            try
            {
                while (await stream.ReadAsync(buffer, cancel) is > 0 and var read)
                {
                    Count(read);
                    if (keeps && kept.Length < 256 * 1024)
                        kept.Append(Encoding.Latin1.GetString(buffer, 0, read));
                    if (isFirst && read >= 4 && FileSniffer.Of(buffer.AsSpan(0, read)) == Nature.Zip)
                        nested = TemporaryFile.Make();
                    isFirst = false;
                    if (nested is not null)
                        await nested.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                if (nested is not null)
                    await LookInside(nested, depth, cancel);
            }
            finally
            {
                if (nested is not null)
                    await nested.DisposeAsync();
            }

            return keeps ? kept.ToString() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task LookInside(FileStream nested, int depth, CancellationToken cancel)
    {
        if (depth >= MaxNesting)
            throw RefusedFileException.Because("Bomb");
        await Look(nested, depth + 1, cancel);
    }

    private void Count(int read)
    {
        unpacked += read;
        if (unpacked > MaxUnpacked || (unpacked > RatioMatters && unpacked / Math.Max(packed, 1) > MaxRatio))
            throw RefusedFileException.Because("Bomb");
    }

    private static string? OfTypes(string? types)
    {
        if (types is null)
            return null;
        if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            throw RefusedFileException.Because("Macros");
        return Office.FirstOrDefault(each => types.Contains(each.Mark, StringComparison.Ordinal)).Extension;
    }

    private static string? OfMimetype(string? mimetype) => mimetype?.Trim() switch
    {
        "application/vnd.oasis.opendocument.text" => "odt",
        "application/vnd.oasis.opendocument.spreadsheet" => "ods",
        "application/vnd.oasis.opendocument.presentation" => "odp",
        _ => null,
    };
}
