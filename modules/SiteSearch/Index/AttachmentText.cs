using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Hub.Content.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.SiteSearch.Index;

/// <summary>
/// The text of attached files in the media library: Word documents, PDF where <c>pdftotext</c> is installed, plain text. Files are
/// hostile: what can't be read gives no text. Thread-safe.
/// </summary>
internal sealed class AttachmentText(IServiceScopeFactory scopes, ILogger<AttachmentText> log)
{
    /// <summary>About a thousand pages.</summary>
    private const int MaxLength = 3_000_000;

    private const string WordMarkup = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const long MaxFile = 50 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The paths of the documents in a field, in groups too.</summary>
    public static IEnumerable<string> Paths(FieldDefinition field, JsonNode value) => field.KindId switch
    {
        "file" when value["path"] is { } path => [path.ToString()],
        "group" when value is JsonArray rows =>
            from row in rows.OfType<JsonObject>()
            from inner in field.Fields
            where !inner.IsPersonal && row[inner.Name] is not null
            from path in Paths(inner, row[inner.Name]!)
            select path,
        _ => [],
    };

    /// <summary>The text of a file that readers get; empty when there is none.</summary>
    /// <param name="path">Such as <c>media/k3v7…/avviso.docx</c>.</param>
    public async Task<string> Read(string path, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var media = scope.ServiceProvider.GetRequiredService<MediaReader>();
        if (await media.At(path, cancel) is not { IsRestricted: false, Size: <= MaxFile } file || await media.Open(file.Hash, cancel) is not { } content)
            return "";
        await using (content)
            return await Read(content, file.Format, path, cancel);
    }

    /// <summary>The text of a file of a format; empty when there is none.</summary>
    /// <param name="shown">For the log.</param>
    internal async Task<string> Read(Stream content, string format, string shown, CancellationToken cancel)
    {
        try
        {
            var text = format switch
            {
                "docx" => await Word(content, cancel),
                "pdf" => await Pdf(content, shown, cancel),
                "txt" or "csv" => await new StreamReader(content).ReadToEndAsync(cancel),
                _ => "",
            };
            return text.Length > MaxLength ? text[..MaxLength] : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or XmlException or NotSupportedException)
        {
            log.LogWarning(e, "HUB-S004 The text of {Path} can't be read; the file is found by its title alone.", shown);
            return "";
        }
    }

    private static async Task<string> Word(Stream content, CancellationToken cancel)
    {
        await using var local = await Local(content, cancel);
        using var package = new ZipArchive(local, ZipArchiveMode.Read, leaveOpen: true);
        if (package.GetEntry("word/document.xml") is not { } part)
            return "";
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var text = new StringBuilder();
        while (text.Length < MaxLength && xml.Read())
        {
            if (xml.NamespaceURI == WordMarkup && (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" } or { NodeType: XmlNodeType.Element, LocalName: "tab" or "br" }))
                text.Append('\n');
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Content as a file on this machine, which other programs can read too.</summary>
    private static async Task<FileStream> Local(Stream content, CancellationToken cancel)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), "hub-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancel);
        await file.FlushAsync(cancel);
        file.Position = 0;
        return file;
    }

    private async Task<string> Pdf(Stream content, string shown, CancellationToken cancel)
    {
        await using var local = await Local(content, cancel);
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-q", "-enc", "UTF-8", "-l", "1000", local.Name, "-" })
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            using var patience = new Timer(_ => process.Kill(), null, Patience, Timeout.InfiniteTimeSpan);
            process.BeginErrorReadLine();
            var text = new StringBuilder();
            var buffer = new char[64 * 1024];
            while (text.Length < MaxLength && await process.StandardOutput.ReadAsync(buffer, cancel) is > 0 and var read)
                text.Append(buffer, 0, read);
            if (!process.HasExited)
                process.Kill();
            return text.ToString();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            log.LogInformation(e, "HUB-S005 {File} has no text in the index: pdftotext is not installed (on Debian: apt install poppler-utils).", shown);
            return "";
        }
    }
}
