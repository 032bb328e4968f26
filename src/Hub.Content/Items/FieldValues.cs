using Hub.Content.Types;

namespace Hub.Content.Items;

/// <summary>From one day to another; either end may be open.</summary>
public sealed record Period(DateOnly? From, DateOnly? To);

/// <summary>An address with its label.</summary>
/// <param name="Label">Null when the address itself is shown.</param>
public sealed record Link(string Url, string? Label = null);

/// <summary>A document in the media library.</summary>
public sealed record FileLink(string Path, string? Alt = null);

/// <summary>A picture in the media library.</summary>
public sealed record Image(string Path, string Alt);

/// <summary>A norm as cited: its URN:NIR and the words of the citation.</summary>
public sealed record NormReference(string Urn, string Label);

/// <summary>A person or unit and the role in which it stands there.</summary>
public sealed record Person(string Name, string? Role = null);

/// <summary>Where a statement comes from; a row of the group that every type with facts has.</summary>
public sealed record Source
{
    [Text(Max = 300), Required]
    public string Title { get; init; } = "";

    [Link]
    public Link? Url { get; init; }

    [Date]
    public DateOnly? Date { get; init; }

    [Text(Max = 1000)]
    public string Note { get; init; } = "";
}
