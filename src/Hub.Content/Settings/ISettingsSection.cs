using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;
using Hub.Kernel.Regions;

namespace Hub.Content.Settings;

/// <summary>
/// A part of a region's settings that a module declares: its fields give the form, the validation and the storage.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface ISettingsSection
{
    /// <summary>Key under <c>settings</c> in <c>region.yml</c>; unique in the application.</summary>
    string Key { get; }

    /// <summary>What people read.</summary>
    string Title { get; }

    IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>What the section is for, in one sentence of the list of settings; empty for nothing.</summary>
    string Description => "";

    /// <summary>Path of a page of the section's own, within the region, that stands in for the generated form; null for none.</summary>
    string? Page => null;

    /// <summary>The values as the region has them: by default, what is stored under the key.</summary>
    JsonObject Read(RegionDefinition region) =>
        region.Settings.TryGetValue(Key, out var values) && values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values)! : [];

    /// <summary>The region with other values: by default, stored under the key.</summary>
    /// <param name="values">As the fields read them, without issues.</param>
    RegionDefinition Write(RegionDefinition region, JsonObject values) => region with
    {
        Settings = new Dictionary<string, JsonElement>(region.Settings, StringComparer.Ordinal) { [Key] = JsonSerializer.SerializeToElement(values) },
    };

    /// <summary>What is wrong with values beyond what the fields' kinds find, in Italian, each with its field.</summary>
    IEnumerable<Issue> Check(Region region, JsonObject values) => [];
}
