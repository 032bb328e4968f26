namespace Hub.Content.Media;

/// <summary>A format that the library takes.</summary>
/// <param name="Extension">Its one extension in addresses, without the dot.</param>
/// <param name="MediaType">What is told to browsers; never what an upload says of itself.</param>
/// <param name="Label">What readers are told, such as <c>PDF</c>.</param>
public sealed record FileFormat(string Extension, string MediaType, bool IsImage, string Label)
{
    /// <summary>All that are taken.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("jpg", "image/jpeg", true, "JPEG"),
        new("png", "image/png", true, "PNG"),
        new("webp", "image/webp", true, "WebP"),
        new("gif", "image/gif", true, "GIF"),
        new("svg", "image/svg+xml", true, "SVG"),
        new("pdf", "application/pdf", false, "PDF"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "Word"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "Excel"),
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", false, "PowerPoint"),
        new("odt", "application/vnd.oasis.opendocument.text", false, "ODT"),
        new("ods", "application/vnd.oasis.opendocument.spreadsheet", false, "ODS"),
        new("odp", "application/vnd.oasis.opendocument.presentation", false, "ODP"),
        new("csv", "text/csv; charset=utf-8", false, "CSV"),
        new("txt", "text/plain; charset=utf-8", false, "TXT"),
    ];

    /// <summary>For the upload form: what to offer in the browser's own dialog.</summary>
    public static string Accept { get; } = string.Join(',', All.Select(format => "." + format.Extension).Append(".jpeg"));

    /// <summary>A picture made of pixels.</summary>
    public bool IsRaster => IsImage && Extension != "svg";

    public bool IsText => Extension is "csv" or "txt";

    /// <summary>The format of an extension, in any case and with or without dot; null for one that isn't taken.</summary>
    public static FileFormat? Of(string extension)
    {
        var plain = extension.TrimStart('.').ToLowerInvariant();
        return All.FirstOrDefault(format => format.Extension == (plain == "jpeg" ? "jpg" : plain));
    }
}
