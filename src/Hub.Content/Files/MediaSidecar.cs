using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Media;

namespace Hub.Content.Files;

/// <summary>What is said of a file of the library, in a small YAML beside it: <c>avviso.pdf.yml</c>.</summary>
/// <param name="Id">Null when the file brings none.</param>
/// <param name="Name">In its address; null when it is the file's own.</param>
internal sealed record MediaSidecar(string? Id, string? Name, MediaDetails Details)
{
    private const string Yes = "true";

    private static readonly string[] Known =
        ["id", "name", "alt", "decorative", "description", "credit", "licence", "language", "accessibility", "focus", "restricted"];

    /// <param name="yaml">Hostile.</param>
    /// <exception cref="FileFormatException">It can't be read, or says something unknown.</exception>
    public static MediaSidecar Read(string yaml)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = YamlText.Read(yaml, lines);
        foreach (var (key, value) in keys)
        {
            if (!Known.Contains(key) || value is not (null or JsonValue))
                throw new FileFormatException(lines.GetValueOrDefault(key), Texts.Get("UnknownField", key, "media"));
        }

        string? Text(string key) => keys[key]?.ToString();
        var id = Text("id");
        if (id is not null && !MediaPath.IsId(id))
            throw new FileFormatException(lines["id"], Texts.Get("Media.BadId", id));
        var plain = new MediaDetails();
        var (x, y) = Focus(Text("focus")) ?? (plain.FocusX, plain.FocusY);
        return new MediaSidecar(id, Text("name"), new MediaDetails
        {
            Alt = Text("alt") ?? "", IsDecorative = Text("decorative") == Yes, Description = Text("description") ?? "", Credit = Text("credit") ?? "",
            Licence = Text("licence") ?? plain.Licence, Language = Text("language") ?? plain.Language, Accessibility = Text("accessibility") ?? plain.Accessibility,
            FocusX = x, FocusY = y, IsRestricted = Text("restricted") == Yes,
        });
    }

    /// <summary>The same file gives the same text; what is usual isn't said.</summary>
    /// <param name="onDisk">The file's name on the disk.</param>
    public static string Write(MediaFileRow file, string onDisk)
    {
        var plain = new MediaDetails();
        var keys = new JsonObject { ["id"] = file.Id };
        void Say(string key, string value, string usual = "")
        {
            if (value != usual)
                keys[key] = value;
        }

        Say("name", file.Name, onDisk);
        Say("alt", file.Alt);
        Say("decorative", file.IsDecorative ? Yes : "");
        Say("description", file.Description);
        Say("credit", file.Credit);
        Say("licence", file.Licence, plain.Licence);
        Say("language", file.Language, plain.Language);
        Say("accessibility", file.Accessibility, plain.Accessibility);
        Say("focus", Focus(file.FocusX, file.FocusY), Focus(plain.FocusX, plain.FocusY));
        Say("restricted", file.IsRestricted ? Yes : "");
        return YamlText.Write(keys);
    }

    private static string Focus(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"{x} {y}");

    private static (int X, int Y)? Focus(string? text) =>
        text?.Split(' ') is [var x, var y]
        && int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var top)
            ? (left, top)
            : null;
}
