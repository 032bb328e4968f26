namespace Hub.Legislation.Decisions;

/// <summary>A decision of a court and what it teaches.</summary>
[ContentType(TypeId, Section = "giurisprudenza", Sort = "-date")]
[DataThemes("JUST", "GOVE")]
public sealed record CaseLaw : Content.Items.Content
{
    internal const string TypeId = "sentenza";

    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    /// <summary>How it is cited in short: “Corte cost. 131/2020”.</summary>
    [Text(Max = 120), Required, Indexed(Weight = 4)]
    public string Label { get; init; } = "";

    [Text(Max = 600), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    /// <summary>Its ECLI.</summary>
    [Text(Max = 200), Required]
    public string Identifier { get; init; } = "";

    [Terms("giudice"), Required, Facet]
    public IReadOnlyList<string> Court { get; init; } = [];

    [Text(Max = 40), Required]
    public string Number { get; init; } = "";

    /// <summary>Of its filing.</summary>
    [Date, Required]
    public DateOnly Date { get; init; }

    [Text(Max = 300)]
    public string Publication { get; init; } = "";

    /// <summary>The norms that it is about.</summary>
    [Norms]
    public IReadOnlyList<NormReference> Norms { get; init; } = [];

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [References]
    public IReadOnlyList<Guid> Related { get; init; } = [];

    [Date]
    public DateOnly? CheckedOn { get; init; }

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
