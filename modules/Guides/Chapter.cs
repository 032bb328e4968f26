namespace Hub.Guides;

/// <summary>A chapter of an edition of the handbook.</summary>
[ContentType("capitolo", Section = "sussidiario", Sort = "number")]
public sealed record Chapter : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Markdown, Body]
    public string Body { get; init; } = "";

    /// <summary>The edition that it belongs to.</summary>
    [References("guida"), Required]
    public IReadOnlyList<Guid> Guide { get; init; } = [];

    /// <summary>Its place; regional chapters count from 101.</summary>
    [Number, Required]
    public int Number { get; init; }

    /// <summary>Title of the part of the handbook that it stands in.</summary>
    [Text(Max = 100), Required, Facet]
    public string Part { get; init; } = "";

    [Terms("istituti"), Facet]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    [Terms("fasi"), Facet]
    public IReadOnlyList<string> Phases { get; init; } = [];

    /// <summary>The procedures that it explains, shown step by step at its end.</summary>
    [References("procedura")]
    public IReadOnlyList<Guid> Procedures { get; init; } = [];

    [Norms]
    public IReadOnlyList<NormReference> Norms { get; init; } = [];

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
