using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;

namespace Hub.Content.Settings;

/// <summary>Reads and changes what a region has set. For one scope.</summary>
public sealed class RegionSettings(RegionDirectory regions, VocabularyReader vocabularies)
{
    public const string ManagePermission = "region.settings";

    /// <summary>A section's values as a record; all its defaults when nothing was set or what was set can't be read.</summary>
    public static T Of<T>(Region region, string key)
        where T : class, new()
    {
        if (!region.Definition.Settings.TryGetValue(key, out var values))
            return new T();
        try
        {
            return values.Deserialize<T>(ContentJson.Options) ?? new T();
        }
        catch (JsonException)
        {
            return new T(); // the settings page shows the section as it is stored, with what is wrong
        }
    }

    /// <summary>A section's values as they are stored.</summary>
    public static JsonObject Values(Region region, string key) =>
        region.Definition.Settings.TryGetValue(key, out var values) && values.ValueKind == JsonValueKind.Object
            ? JsonObject.Create(values)!
            : [];

    /// <summary>Replaces a section's values.</summary>
    /// <param name="input">Hostile.</param>
    public async Task<Outcome> Save(Region region, ISettingsSection section, JsonObject input, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        var reading = new FieldReading(await vocabularies.Read(region, cancel), _ => null);
        var values = GroupKind.ReadFields(input, section.Fields, reading);
        if (reading.Issues.Count > 0)
            return new Outcome(OutcomeKind.Invalid, null, 0, reading.Issues);
        var stored = JsonSerializer.SerializeToElement(values);
        var isDone = await regions.Update(region.Id, definition => definition with
        {
            Settings = new Dictionary<string, JsonElement>(definition.Settings, StringComparer.Ordinal) { [section.Key] = stored },
        }, $"settings.saved {section.Key} {actor.Name}", cancel);
        return new Outcome(isDone ? OutcomeKind.Done : OutcomeKind.Conflict);
    }
}
