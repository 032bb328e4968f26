namespace Hub.Content.Types;

/// <summary>Marks a record as a content type.</summary>
/// <param name="id">Stable id, Italian, singular, such as <c>pratica</c>; stands in front matter and data.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContentTypeAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>Segment of the address under which its items live, such as <c>pratiche</c>; unique in the application.</summary>
    public required string Section { get; init; }

    /// <summary>How its list is sorted unless a reader asks otherwise: a field name, with <c>-</c> before it for descending.</summary>
    public string Sort { get; init; } = "title";

    /// <summary>The national portal has none of its own but gathers those of all regions: its list, the list as data and what follows it are of them.</summary>
    public bool IsGathered { get; init; }
}
