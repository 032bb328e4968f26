using Hub.Web.SiteMap;

namespace Hub.Guides;

/// <summary>How something is done, phase by phase.</summary>
[ContentType("procedura", Section = "procedure")]
[SchemaType("HowTo")]
public sealed record Procedure : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("istituti"), Facet]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group, Required]
    public IReadOnlyList<ProcedurePhase> Phases { get; init; } = [];

    [Norms]
    public IReadOnlyList<NormReference> Norms { get; init; } = [];

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}

/// <summary>A phase of a procedure.</summary>
public sealed record ProcedurePhase
{
    [Text(Max = 200), Required]
    public string Name { get; init; } = "";

    [Markdown, Required]
    public string What { get; init; } = "";

    /// <summary>Who does it.</summary>
    [Text(Max = 300)]
    public string Who { get; init; } = "";

    /// <summary>By when, or how long it takes.</summary>
    [Text(Max = 300)]
    public string Deadline { get; init; } = "";

    /// <summary>The act that closes it.</summary>
    [Text(Max = 300)]
    public string Act { get; init; } = "";

    [References("modello")]
    public IReadOnlyList<Guid> Template { get; init; } = [];

    [Norms]
    public IReadOnlyList<NormReference> Norm { get; init; } = [];

    [TextList]
    public IReadOnlyList<string> Checklist { get; init; } = [];
}
