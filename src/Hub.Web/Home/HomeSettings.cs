using Hub.Content.Settings;
using Hub.Content.Types;

namespace Hub.Web.Home;

/// <summary>What a region says on its home page.</summary>
public sealed record HomeSettings
{
    public const string Key = "home";

    /// <summary>Searches that give answers here.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>“Che cosa devi fare?”</summary>
    public IReadOnlyList<Door> Doors { get; init; } = [];

    /// <summary>The region's own words, as Markdown.</summary>
    public string About { get; init; } = "";
}

/// <summary>A task that somebody comes with, and where to go for it.</summary>
public sealed record Door
{
    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Within the region, such as <c>sussidiario/co-progettazione</c>.</summary>
    public string Href { get; init; } = "";
}

/// <summary>The form of <see cref="HomeSettings"/>.</summary>
internal sealed class HomeSection : ISettingsSection
{
    public string Key => HomeSettings.Key;

    public string Title => Texts.Get("Home.Settings");

    public string Description => Texts.Get("Home.Settings.Description");

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        new() { Name = "examples", KindId = "texts", Label = Texts.Get("Home.Examples") },
        new()
        {
            Name = "doors", KindId = "group", Label = Texts.Get("Home.Doors"),
            Fields =
            [
                new() { Name = "title", KindId = "text", Label = Texts.Get("Home.Door.Title"), IsRequired = true },
                new() { Name = "text", KindId = "text", Label = Texts.Get("Home.Door.Text") },
                new() { Name = "href", KindId = "text", Label = Texts.Get("Home.Door.Href"), IsRequired = true },
            ],
        },
        new() { Name = "about", KindId = "markdown", Label = Texts.Get("Home.About") },
    ];
}
