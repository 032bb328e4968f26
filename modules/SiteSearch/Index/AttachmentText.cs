using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Hub.Content.Prose;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hub.SiteSearch.Index;

/// <summary>
/// The text of attached files: Word documents, PDF where <c>pdftotext</c> is installed, plain text. Files are hostile: what can't be
/// read gives no text. Thread-safe.
/// </summary>
internal sealed class AttachmentText(IConfiguration configuration, ILogger<AttachmentText> log)
{
    /// <summary>About a thousand pages.</summary>
    private const int MaxLength = 3_000_000;

    private const string WordMarkup = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const long MaxFile = 50 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string folder = Path.GetFullPath(configuration["Hub:DataPath"] ?? "data");

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

    /// <summary>The text of a file in the media library; empty when there is none.</summary>
    /// <param name="path">Such as <c>media/avviso.docx</c>.</param>
    public string Read(string path)
    {
        var file = Path.Combine(folder, path);
        if (!SafeAddress.IsMediaPath(path) || new FileInfo(file) is not { Exists: true, Length: <= MaxFile })
            return "";
        try
        {
            var text = Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".docx" => Word(file),
                ".pdf" => Pdf(file),
                ".txt" or ".md" or ".csv" => File.ReadAllText(file),
                _ => "",
            };
            return text.Length > MaxLength ? text[..MaxLength] : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or XmlException or NotSupportedException)
        {
            log.LogWarning(e, "HUB-S004 The text of {Path} can't be read; the file is found by its title alone.", path);
            return "";
        }
    }

    private static string Word(string file)
    {
        using var package = ZipFile.OpenRead(file);
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

    private string Pdf(string file)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-q", "-enc", "UTF-8", "-l", "1000", file, "-" })
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            using var patience = new Timer(_ => process.Kill(), null, Patience, Timeout.InfiniteTimeSpan);
            process.BeginErrorReadLine();
            var text = new StringBuilder();
            var buffer = new char[64 * 1024];
            while (text.Length < MaxLength && process.StandardOutput.Read(buffer) is > 0 and var read)
                text.Append(buffer, 0, read);
            if (!process.HasExited)
                process.Kill();
            return text.ToString();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            log.LogInformation(e, "HUB-S005 {File} has no text in the index: pdftotext is not installed (on Debian: apt install poppler-utils).", file);
            return "";
        }
    }
}
