namespace Hub.Kernel.Modules;

/// <summary>
/// On an assembly: declares a feature that regions can switch on. On a startup or controller class: says which
/// feature it belongs to; without it, the class belongs to the module's first feature.
/// </summary>
/// <param name="id">The feature's id, unique in the application.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public sealed class FeatureAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>What people read; the id when empty. Only on an assembly.</summary>
    public string Name { get; init; } = "";

    /// <summary>The group under which the feature is listed; the module's when empty. Only on an assembly.</summary>
    public string Category { get; init; } = "";

    /// <summary>One sentence for whoever decides to switch it on; the module's when empty. Only on an assembly.</summary>
    public string Description { get; init; } = "";

    /// <summary>Ids of features that come along when this one is switched on. Only on an assembly.</summary>
    public string[] Dependencies { get; init; } = [];
}
