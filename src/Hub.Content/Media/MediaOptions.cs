using System.Globalization;
using Hub.Kernel;
using Microsoft.Extensions.Configuration;

namespace Hub.Content.Media;

/// <summary>Where files are kept and how they are checked, from configuration. Immutable.</summary>
public sealed record MediaOptions
{
    /// <summary>Content in the database, nothing scanned; for programs without a data folder.</summary>
    public static readonly MediaOptions InDatabase = new();

    /// <summary>No upload is larger, whatever a region allows; in megabytes.</summary>
    public const int MaxMegabytes = 512;

    private const int DefaultMegapixels = 40;

    /// <summary>Folder of the files; null keeps them in the database.</summary>
    public string? Folder { get; init; }

    /// <summary>Pictures with more pixels are refused before they are decoded.</summary>
    public int MaxMegapixels { get; init; } = DefaultMegapixels;

    /// <summary><c>host:port</c> or the path of a socket; null scans nothing.</summary>
    public string? ClamAv { get; init; }

    /// <param name="dataPath">Files lie in its folder <c>media</c>.</param>
    /// <exception cref="StartupException">HUB-F001: a setting can't be understood.</exception>
    public static MediaOptions From(IConfiguration configuration, string dataPath)
    {
        var where = configuration["Hub:Media"]?.Trim().ToLowerInvariant() ?? "";
        if (where is not ("" or "files" or "database"))
            throw Unclear("Hub:Media", "It says neither files nor database.", "Write files to keep media in the data folder, or database for several nodes.");
        return new MediaOptions
        {
            Folder = where == "database" ? null : Path.Combine(Path.GetFullPath(dataPath), "media"),
            MaxMegapixels = ReadMegapixels(configuration["Hub:MediaMegapixels"]),
            ClamAv = ReadScanner(configuration["Hub:ClamAv"]),
        };
    }

    private static int ReadMegapixels(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return DefaultMegapixels;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 400
            ? number
            : throw Unclear("Hub:MediaMegapixels", "It is no number from 1 to 400.", "Write how many million pixels a picture may have, such as 40.");
    }

    private static string? ReadScanner(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var address = text.Trim();
        if (address.StartsWith("unix:", StringComparison.OrdinalIgnoreCase))
            address = address["unix:".Length..];
        if (address.StartsWith('/'))
            return address;
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? address
            : throw Unclear("Hub:ClamAv", "It is neither host:port nor the path of a socket.", "Write for example 127.0.0.1:3310 or unix:/run/clamav/clamd.ctl, or leave it empty.");
    }

    private static StartupException Unclear(string key, string problem, string remedy) => new(new StartupError("HUB-F001", key, problem, remedy));
}
