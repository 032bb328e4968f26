using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Web.Appearance;

/// <summary>What a region sets about its looks.</summary>
public sealed record AppearanceSettings
{
    public const string Key = "appearance";

    /// <summary>The region's primary colour, such as <c>#8f1733</c>; empty for the colour of its stylesheet.</summary>
    public string Primary { get; init; } = "";

    /// <summary>The colour that stands in for the stylesheet's; null for none, and for one that can't be read on its grounds.</summary>
    public static Colour? ColourOf(Region region) =>
        Colour.Parse(RegionSettings.Of<AppearanceSettings>(region, Key).Primary) is { } primary && Contrast.Passes(primary) ? primary : null;
}

/// <summary>The colour in a region's settings. Whatever its way in, one that can't be read is refused.</summary>
internal sealed class AppearanceSection : ISettingsSection
{
    public const string Primary = "primary";

    public string Key => AppearanceSettings.Key;

    public string Title => Texts.Get("Appearance.Title");

    public string Description => Texts.Get("Appearance.Description");

    public string Page => "gestione/impostazioni/aspetto";

    public IReadOnlyList<FieldDefinition> Fields =>
        [new() { Name = Primary, KindId = "text", Max = 40, Label = Texts.Get("Appearance.Primary"), Help = Texts.Get("Appearance.Primary.Help") }];

    public IEnumerable<Issue> Check(Region region, JsonObject values)
    {
        if (values[Primary]?.ToString() is not { Length: > 0 } typed)
            yield break;
        if (Colour.Parse(typed) is not { } primary)
            yield return new Issue(Primary, IssueKind.Invalid, Texts.Get("Appearance.NotColour", typed));
        else if (Contrast.IsReserved(primary))
            yield return new Issue(Primary, IssueKind.Invalid, Texts.Get("Appearance.Reserved", Contrast.Nearest(primary)));
        else if (!Contrast.Passes(primary))
            yield return new Issue(Primary, IssueKind.Invalid, Texts.Get("Appearance.Unreadable", Contrast.Of(primary).Min(pair => pair.Ratio), Contrast.Least, Contrast.Nearest(primary)));
    }

    /// <summary>Stored in one form, however it was typed.</summary>
    public RegionDefinition Write(RegionDefinition region, JsonObject values) => region with
    {
        Settings = new Dictionary<string, System.Text.Json.JsonElement>(region.Settings, StringComparer.Ordinal)
        {
            [Key] = System.Text.Json.JsonSerializer.SerializeToElement(Colour.Parse(values[Primary]?.ToString()) is { } primary ? new JsonObject { [Primary] = primary.ToString() } : []),
        },
    };
}
