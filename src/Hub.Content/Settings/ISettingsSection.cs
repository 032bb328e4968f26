using Hub.Content.Types;

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
}
