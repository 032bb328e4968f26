using Hub.Content.Settings;
using Hub.Content.Types;

namespace SampleModule;

/// <summary>What a region sets about its board.</summary>
public sealed record BoardSettings
{
    public const string Key = "bacheca";

    /// <summary>Stands above the appointments; empty for none.</summary>
    public string Greeting { get; init; } = "";
}

/// <summary>The form of <see cref="BoardSettings"/>.</summary>
internal sealed class BoardSection : ISettingsSection
{
    public string Key => BoardSettings.Key;

    public string Title => Texts.In["Board.Settings"];

    public IReadOnlyList<FieldDefinition> Fields =>
    [
        new() { Name = "greeting", KindId = "text", Max = 200, Label = Texts.In["Board.Settings.Greeting"], Help = Texts.In["Board.Settings.Greeting.Help"] },
    ];
}
