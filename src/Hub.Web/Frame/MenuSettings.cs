using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Web.Frame;

/// <summary>How a region arranges its menus.</summary>
public sealed record MenuSettings
{
    public const string Key = "menus";

    /// <summary>In order; what modules offer beside them stands where its own order puts it.</summary>
    public IReadOnlyList<MenuEntry> Main { get; init; } = [];

    /// <inheritdoc cref="Main"/>
    public IReadOnlyList<MenuEntry> Footer { get; init; } = [];

    public static MenuSettings Of(Region region) => RegionSettings.Of<MenuSettings>(region, Key);

    public IReadOnlyList<MenuEntry> Of(Menu menu) => menu switch
    {
        Menu.Main => Main,
        Menu.Footer => Footer,
        _ => [],
    };
}

/// <summary>What a region says of an entry of a menu.</summary>
public sealed record MenuEntry
{
    /// <summary>Of the entry that a module offers; or of a link of the region's own, with HTTPS where it leads out of the portal.</summary>
    public string Path { get; init; } = "";

    /// <summary>Empty keeps the module's words.</summary>
    public string Title { get; init; } = "";

    public bool IsHidden { get; init; }

    /// <summary>A link that the region added; others go with the feature that offers them.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>The menus in a region's settings.</summary>
internal sealed class MenuSection : ISettingsSection
{
    public const int MaxTitle = 40;

    /// <summary>How many entries a main menu should have; more or fewer are remarked on, not refused.</summary>
    public const int Few = 4;
    public const int Many = 7;

    public static readonly IReadOnlyDictionary<string, Menu> Menus = new Dictionary<string, Menu>(StringComparer.Ordinal) { ["main"] = Menu.Main, ["footer"] = Menu.Footer };

    public string Key => MenuSettings.Key;

    public string Title => Texts.Get("Menus.Title");

    public string Description => Texts.Get("Menus.Description");

    public string Page => "gestione/impostazioni/menu";

    public IReadOnlyList<FieldDefinition> Fields => [.. Menus.Keys.Select(Entries)];

    public IEnumerable<Issue> Check(Region region, JsonObject values)
    {
        foreach (var menu in Menus.Keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, entry) in (values[menu] as JsonArray ?? []).OfType<JsonObject>().Index())
            {
                var path = entry["path"]?.ToString() ?? "";
                if (!PortalLink.IsWeb(path) && !PortalLink.IsPath(path))
                    yield return new Issue($"{menu}[{index}].path", IssueKind.Invalid, Texts.Get("Menus.NotLink", path));
                else if (!seen.Add(path))
                    yield return new Issue($"{menu}[{index}].path", IssueKind.Invalid, Texts.Get("Menus.Twice", path));
                if (entry["isOwn"]?.ToString() == "true" && string.IsNullOrEmpty(entry["title"]?.ToString()))
                    yield return new Issue($"{menu}[{index}].title", IssueKind.Missing, Texts.Get("Menus.NoTitle"));
            }
        }
    }

    private static FieldDefinition Entries(string menu) => new()
    {
        Name = menu, KindId = "group", Label = Texts.Get($"Menus.{menu}"),
        Fields =
        [
            new() { Name = "path", KindId = "text", Max = 300, Label = Texts.Get("Menus.Path"), Help = Texts.Get("Menus.Path.Help"), IsRequired = true },
            new() { Name = "title", KindId = "text", Max = MaxTitle, Label = Texts.Get("Menus.Words") },
            new() { Name = "isHidden", KindId = "boolean", Label = Texts.Get("Menus.Hide") },
            new() { Name = "isOwn", KindId = "boolean", Label = "" },
        ],
    };
}
