using Hub.Content.Settings;

namespace Hub.Practices;

/// <summary>How a region assesses and certifies.</summary>
public sealed record PracticeSettings
{
    public const string Key = "practices";
    private const int Most = 60;
    private const int Standard = 24;

    /// <summary>Who is said to assess, such as the editors; empty for the account's own name.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>For how many months a certificate is offered.</summary>
    public decimal? Months { get; init; }

    public int CertificateMonths => Months is >= 1 and <= Most ? (int)Months : Standard;
}

/// <summary>Its part of the settings.</summary>
internal sealed class PracticeSection : ISettingsSection
{
    public string Key => PracticeSettings.Key;

    public string Title => Texts.In["Settings.Title"];

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new() { Name = "reviewer", KindId = "text", Max = 120, Label = Texts.In["Settings.Reviewer"], Help = Texts.In["Settings.Reviewer.Help"] },
        new() { Name = "months", KindId = "number", Label = Texts.In["Settings.Months"], Help = Texts.In["Settings.Months.Help"] },
    ];
}
