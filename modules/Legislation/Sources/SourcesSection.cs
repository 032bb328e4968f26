using Hub.Content.Settings;
using Hub.Kernel.Regions;

namespace Hub.Legislation.Sources;

/// <summary>The sources that a region has set up.</summary>
internal sealed class SourcesSection : ISettingsSection
{
    public const string SectionKey = "fonti";

    public string Key => SectionKey;

    public string Title => Texts.In["Sources.Settings"];

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        new()
        {
            Name = "sources", KindId = "group", Label = Texts.In["Sources.List"], Help = Texts.In["Sources.List.Help"],
            Fields =
            [
                new() { Name = "name", KindId = "text", Max = 120, Label = Texts.In["Sources.Name"], IsRequired = true },
                new() { Name = "kind", KindId = "text", Max = 40, Label = Texts.In["Sources.Kind"], Help = Texts.In["Sources.Kind.Help"], IsRequired = true },
                new() { Name = "address", KindId = "text", Max = 2000, Label = Texts.In["Sources.Address"], Help = Texts.In["Sources.Address.Help"] },
                new() { Name = "query", KindId = "text", Max = 300, Label = Texts.In["Sources.Query"], Help = Texts.In["Sources.Query.Help"] },
            ],
        },
    ];

    public static IReadOnlyList<SourceSettings> Of(Region region) => RegionSettings.Of<Stored>(region, SectionKey).Sources;

    private sealed record Stored
    {
        public IReadOnlyList<SourceSettings> Sources { get; init; } = [];
    }
}
