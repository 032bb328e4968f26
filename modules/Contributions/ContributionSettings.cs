using Hub.Content.Settings;
using Hub.Kernel.Regions;

namespace Hub.Contributions;

/// <summary>How a region receives proposals.</summary>
public sealed record ContributionSettings
{
    public const string Key = "proposte";
    private const int DefaultDays = 30;
    private const int DefaultDraftDays = 180;
    private const int MaxDays = 3650;

    /// <summary>Days within which the region answers; 30 when null.</summary>
    public decimal? Days { get; init; }

    /// <summary>Who answers, in the region's words; empty for the editors.</summary>
    public string Office { get; init; } = "";

    /// <summary>A practice needs the legal reviewer's assent beside the content reviewer's.</summary>
    public bool NeedsLegal { get; init; }

    /// <summary>What trusted organisations send is published at once; else it goes to the content reviewer alone.</summary>
    public bool PublishesTrusted { get; init; }

    /// <summary>Browsers do a small calculation before they send: for days under attack.</summary>
    public bool AsksProof { get; init; }

    /// <summary>Drafts that were never sent are deleted after so many days; 180 when null.</summary>
    public decimal? DraftDays { get; init; }

    public int DaysToAnswer => Whole(Days, DefaultDays);

    public int DaysOfDrafts => Math.Max(Whole(DraftDays, DefaultDraftDays), 15); // the warning leaves a fortnight before

    public static ContributionSettings Of(Region region) => RegionSettings.Of<ContributionSettings>(region, Key);

    private static int Whole(decimal? days, int otherwise) => days is >= 1 and <= MaxDays ? (int)days : otherwise;
}

/// <summary>The form of <see cref="ContributionSettings"/>.</summary>
internal sealed class ContributionSection : ISettingsSection
{
    public string Key => ContributionSettings.Key;

    public string Title => Texts.In["Settings.Title"];

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        Field("days", "number"), Field("office", "text"), Field("needsLegal", "boolean"), Field("publishesTrusted", "boolean"),
        Field("asksProof", "boolean"), Field("draftDays", "number"),
    ];

    private static FieldDefinition Field(string name, string kind) =>
        new() { Name = name, KindId = kind, Max = kind == "text" ? 200 : 0, Label = Texts.In[$"Settings.{name}"], Help = Texts.In[$"Settings.{name}.Help"] };
}
