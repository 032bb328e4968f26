using Hub.Content.Settings;
using Hub.Kernel.Regions;

namespace Hub.OpenData.Catalogue;

/// <summary>
/// Who publishes a region's data: the body that its settings name, else the region's own where it is one of the index of public
/// administrations, else the portal itself.
/// </summary>
public sealed record Publisher
{
    public const string Key = "openData";

    /// <summary>The body's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The body's code in the index of public administrations.</summary>
    public string Ipa { get; init; } = "";

    /// <summary>Where to write about the data.</summary>
    public string Email { get; init; } = "";

    /// <summary>What stands in a region's settings, completed by what it is.</summary>
    public static Publisher Of(Region region)
    {
        var set = RegionSettings.Of<Publisher>(region, Key);
        var ipa = set.Ipa.Length > 0 ? set.Ipa : region.Definition.Ipa;
        return new Publisher
        {
            Name = set.Name.Length > 0 ? set.Name : ipa.Length > 0 && region.Definition.Body.Length > 0 ? region.Definition.Body : region.Definition.Title,
            Ipa = ipa,
            Email = new[] { set.Email, region.Definition.Contacts.GetValueOrDefault("email", ""), region.Definition.Contacts.GetValueOrDefault("pec", "") }.FirstOrDefault(address => address.Length > 0, ""),
        };
    }
}

/// <summary>The form of <see cref="Publisher"/>.</summary>
internal sealed class PublisherSection : ISettingsSection
{
    public string Key => Publisher.Key;

    public string Title => Texts.In["Settings.Title"];

    public IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new() { Name = "name", KindId = "text", Max = 200, Label = Texts.In["Settings.Name"], Help = Texts.In["Settings.Name.Help"] },
        new() { Name = "ipa", KindId = "text", Max = 40, Label = Texts.In["Settings.Ipa"], Help = Texts.In["Settings.Ipa.Help"] },
        new() { Name = "email", KindId = "text", Max = 200, Label = Texts.In["Settings.Email"], Help = Texts.In["Settings.Email.Help"] },
    ];
}
