using System.Text.Json;

namespace Hub.Kernel.Regions;

/// <summary>What a region is: data from its <c>region.yml</c> at first, from the database after. Immutable.</summary>
public sealed record RegionDefinition
{
    /// <summary>The id of the shared region, whose content all others inherit.</summary>
    public const string NationalId = "nazionale";

    /// <summary>Lower-case letters, digits and hyphens; stable for ever.</summary>
    public required string Id { get; init; }

    /// <summary>The territory's short name, such as <c>Toscana</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The portal's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>One sentence that says what this place is.</summary>
    public string Tagline { get; init; } = "";

    /// <summary>The public body of the territory.</summary>
    public string Body { get; init; } = "";

    /// <summary>Path of a picture below <c>media/</c> that stands before the title; empty for the mark of the theme.</summary>
    public string Logo { get; init; } = "";

    /// <summary>Host names that lead here, without port, lower case.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>First segment of the path that leads here when no host name does; empty for the national region.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The theme's name.</summary>
    public string Theme { get; init; } = "Italia";

    /// <summary>The theme's stylesheet for this region; the id when empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Two digits, empty for the national region.</summary>
    public string Istat { get; init; } = "";

    /// <summary>Code of the body in the index of public administrations.</summary>
    public string Ipa { get; init; } = "";

    /// <summary>Institutional contacts by kind: <c>address</c>, <c>url</c>, <c>pec</c>, <c>email</c>, <c>phone</c>, <c>urp</c>, <c>taxCode</c>.</summary>
    public IReadOnlyDictionary<string, string> Contacts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Names of the levels of territory, widest first.</summary>
    public IReadOnlyList<TerritoryLevel> Territory { get; init; } = [];

    /// <summary>Ids of the features that are switched on.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Each settings section's own values, by its key.</summary>
    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Raised by one with every change; the second of two concurrent writers is refused by it.</summary>
    public int Version { get; init; }
}
