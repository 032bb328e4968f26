namespace Hub.Content.Settings;

/// <summary>The links that a region shows at the foot of its pages beside its contacts.</summary>
public sealed record ContactSettings
{
    public const string Key = "contacts";

    /// <summary>The body's places on social networks.</summary>
    public IReadOnlyList<FootLink> Social { get; init; } = [];

    /// <summary>What the law wants at the foot and no page of the portal is: the accessibility declaration, the improvement plan.</summary>
    public IReadOnlyList<FootLink> Legal { get; init; } = [];
}

/// <summary>A link at the foot of the pages.</summary>
public sealed record FootLink
{
    public string Title { get; init; } = "";

    /// <summary>A path within the region, or an address with HTTPS.</summary>
    public string Href { get; init; } = "";
}
