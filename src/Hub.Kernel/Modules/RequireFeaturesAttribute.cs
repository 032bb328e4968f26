namespace Hub.Kernel.Modules;

/// <summary>
/// On a startup or controller class: what it adds exists only where these features are on too.
/// It doesn't switch them on; a dependency does that.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequireFeaturesAttribute(params string[] ids) : Attribute
{
    public string[] Ids { get; } = ids;
}
