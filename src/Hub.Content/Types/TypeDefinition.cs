using System.Text.Json.Nodes;
using Hub.Content.Fields;

namespace Hub.Content.Types;

/// <summary>A content type, as data. The core works on this and never needs the record. Immutable.</summary>
public sealed record TypeDefinition
{
    public required string Id { get; init; }

    /// <summary>Segment of the address, such as <c>pratiche</c>.</summary>
    public required string Section { get; init; }

    /// <summary>What people read, singular, such as “Pratica”.</summary>
    public required string Name { get; init; }

    /// <summary>What people read, plural, such as “Pratiche”.</summary>
    public required string Plural { get; init; }

    /// <summary>One sentence that stands on top of the list.</summary>
    public string Description { get; init; } = "";

    /// <summary>Names the views: <c>Practice</c>, <c>Practice.Summary</c>.</summary>
    public required string ViewName { get; init; }

    /// <summary>Default order of lists: a field name, with <c>-</c> before it for descending.</summary>
    public string Sort { get; init; } = "title";

    /// <summary>The national list is of all regions; see <see cref="ContentTypeAttribute.IsGathered"/>.</summary>
    public bool IsGathered { get; init; }

    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>What the region's features know of its items beside their values; see <see cref="Items.IItemTraits"/>.</summary>
    public IReadOnlyList<FieldDefinition> Traits { get; init; } = [];

    /// <summary>The fields and traits by which its lists can be filtered.</summary>
    public IEnumerable<FieldDefinition> Facets => Fields.Where(each => each.IsFacet && !each.IsPersonal).Concat(Traits);

    /// <summary>The record behind the definition; null for a type made at run time.</summary>
    public Type? Record { get; init; }

    /// <summary>The field that stands below the front matter; null when there is none.</summary>
    public FieldDefinition? Body => Fields.FirstOrDefault(candidate => candidate.IsBody);

    public FieldDefinition? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>
    /// Reads values from outside into canonical data: fields in the order of the definition, empty ones left out,
    /// each in its kind's own form. What can't be read is told in <paramref name="reading"/> and left out.
    /// </summary>
    /// <param name="input">Hostile.</param>
    public JsonObject Read(JsonObject input, FieldReading reading)
    {
        foreach (var (name, _) in input)
        {
            if (Find(name) is null)
                reading.Fail(name, IssueKind.Unknown, "UnknownField", name, Name);
        }

        return GroupKind.ReadFields(input, Fields, reading);
    }
}
