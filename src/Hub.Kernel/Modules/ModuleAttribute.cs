namespace Hub.Kernel.Modules;

/// <summary>Marks an assembly as a module. Stands once in the module's <c>Manifest.cs</c>.</summary>
/// <param name="id">The module's id, unique in the application, such as <c>Hub.Practices</c>.</param>
/// <remarks>
/// A module without a <see cref="FeatureAttribute"/> on its assembly offers one feature, with the module's own id,
/// name, category, description and dependencies. Explicit features replace that one.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>What people read; the id when empty.</summary>
    public string Name { get; init; } = "";

    public string Category { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Ids of features that the module's own feature needs.</summary>
    public string[] Dependencies { get; init; } = [];
}
