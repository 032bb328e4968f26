namespace Hub.Kernel.Modules;

/// <summary>What a module offers and a region can switch on or off. Immutable.</summary>
/// <param name="Dependencies">Ids of the features that it needs directly.</param>
public sealed record Feature(
    string Id,
    string Name,
    string Category,
    string Description,
    IReadOnlyList<string> Dependencies,
    Module Module);
