using Hub.Content.Settings;
using Hub.Kernel.Regions;

namespace Hub.Links.Checking;

/// <summary>What a region wants of the check.</summary>
internal sealed record LinksSettings
{
    public const string Key = "collegamenti";

    /// <summary>Addresses on the web are looked at too.</summary>
    public bool Outside { get; init; }

    public static LinksSettings Of(Region region) => RegionSettings.Of<LinksSettings>(region, Key);
}

/// <summary>The rule in a region's settings.</summary>
internal sealed class LinksSection : ISettingsSection
{
    public string Key => LinksSettings.Key;

    public string Title => Texts.In["Links.Title"];

    public IReadOnlyList<FieldDefinition> Fields =>
        [new() { Name = "outside", KindId = "boolean", Label = Texts.In["Settings.Outside"], Help = Texts.In["Settings.Outside.Help"] }];
}
