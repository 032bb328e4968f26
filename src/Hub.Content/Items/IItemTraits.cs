using System.Text.Json.Nodes;
using Hub.Content.Types;

namespace Hub.Content.Items;

/// <summary>
/// Knows of items what their versions don't say: what somebody else decided about them, or what is worked out. Lists are
/// filtered by it as by the type's own fields, and it changes without a new version.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IItemTraits
{
    /// <summary>Id of the type whose items it knows.</summary>
    string Type { get; }

    /// <summary>What it tells; facets, with names that the type's own fields don't have.</summary>
    IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>By item, the values that there are, canonical. Items of which nothing is known may be left out.</summary>
    Task<IReadOnlyDictionary<Guid, JsonObject>> Of(IReadOnlyList<Item> items, CancellationToken cancel);
}
