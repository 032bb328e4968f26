using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Audit;

/// <summary>How long a region keeps its audit trail.</summary>
public sealed record AuditSettings
{
    public const string Key = "audit";

    private const int Least = 6;
    private const int Most = 120;

    /// <summary>Months; at least six, so that nobody can sweep away what they did yesterday.</summary>
    public decimal Months { get; init; } = 24;

    internal int MonthsKept => (int)Math.Clamp(Months, Least, Most);

    public static AuditSettings Of(Region region) => RegionSettings.Of<AuditSettings>(region, Key);
}

/// <summary>The rule in a region's settings.</summary>
internal sealed class AuditSection : ISettingsSection
{
    public string Key => AuditSettings.Key;

    public string Title => Texts.Get("Audit.Title");

    public IReadOnlyList<FieldDefinition> Fields { get; } =
        [new() { Name = "months", KindId = "number", Label = Texts.Get("Audit.Months"), Help = Texts.Get("Audit.Months.Help") }];
}
