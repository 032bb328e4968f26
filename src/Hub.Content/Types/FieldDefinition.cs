using System.Text.Json.Serialization;
using Hub.Content.Fields;

namespace Hub.Content.Types;

/// <summary>
/// One field of a type, as data: read from a record's property, or made by an administrator for one region. Immutable.
/// </summary>
public sealed record FieldDefinition
{
    /// <summary>Camel case; the key in front matter, JSON, CSV and forms.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the field kind.</summary>
    public required string KindId { get; init; }

    /// <summary>What people read; the name when empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>Why it is asked and how to fill it.</summary>
    public string Help { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool IsFacet { get; init; }

    public bool IsBody { get; init; }

    public bool IsPersonal { get; init; }

    /// <summary>Added by a region to a type of a module.</summary>
    public bool IsRegional { get; init; }

    /// <summary>How much a hit in it counts in search; 0 for not searched.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Greatest length of a text; 0 for the kind's own limit.</summary>
    public int Max { get; init; }

    /// <summary>The taxonomy or the type that the field draws on; empty for most kinds.</summary>
    public string Of { get; init; } = "";

    /// <summary>The fields of a repeating group.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>The behaviour behind <see cref="KindId"/>.</summary>
    [JsonIgnore]
    public FieldKind Kind => FieldKinds.Find(KindId)
        ?? throw new InvalidOperationException($"Field {Name} is of kind {KindId}, which is not registered.");
}
