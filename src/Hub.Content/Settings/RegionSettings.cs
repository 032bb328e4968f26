using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Names the values that a section has now, so that a change can be refused when they are others by then.</summary>
    public static string StampOf(ISettingsSection section, RegionDefinition region) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(section.Read(region).ToJsonString())).AsSpan(0, 8));

    /// <summary>Replaces a section's values.</summary>
    /// <param name="input">Hostile.</param>
    /// <param name="stamp">Of the values that the change was made from; null for whatever they are now.</param>
    public async Task<Outcome> Save(
        Region region, ISettingsSection section, JsonObject input, Actor actor, string? stamp = null, CancellationToken cancel = default)
    {
        if (!actor.May(ManagePermission))
            return new Outcome(OutcomeKind.Forbidden);
        var reading = new FieldReading(await vocabularies.Read(region, cancel), _ => null);
        var values = GroupKind.ReadFields(input, section.Fields, reading);
        Issue[] issues = [.. reading.Issues, .. section.Check(region, values)];
        if (issues.Length > 0)
            return new Outcome(OutcomeKind.Invalid, null, 0, issues);
        var isUnchanged = false;
        var isDone = await regions.Update(
            region.Id,
            definition =>
            {
                if (stamp is not null && stamp != StampOf(section, definition))
                    return null;
                isUnchanged = JsonNode.DeepEquals(section.Read(definition), values);
                return isUnchanged ? null : section.Write(definition, values);
            },
            new RegionChange($"settings.saved {section.Key}", actor.Name, actor.From), cancel);
        return new Outcome(isUnchanged ? OutcomeKind.Unchanged : isDone ? OutcomeKind.Done : OutcomeKind.Conflict);
    }
}
