namespace Hub.Practices.Records;

/// <summary>An experience of shared administration, told so that others can redo it.</summary>
[ContentType(TypeId, Section = "pratiche", Sort = "-published")]
public sealed record Practice : Content.Items.Content
{
    public const string TypeId = "pratica";
    public const string Feature = "Hub.Practices";

    [Text(Max = 160), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 600), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    /// <summary>The body that answers for it.</summary>
    [Text(Max = 200), Required]
    public string Owner { get; init; } = "";

    /// <summary>Its page; the name stays as the sources write it.</summary>
    [References("ente")]
    public IReadOnlyList<Guid> OwnerBody { get; init; } = [];

    [Group]
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    [Places, Facet]
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Ambiti, zone, districts: each region's own territories.</summary>
    [Terms("territori"), Facet]
    public IReadOnlyList<string> Territories { get; init; } = [];

    [Period]
    public Period? Period { get; init; }

    [Terms("stato-pratica"), Required, Facet]
    public IReadOnlyList<string> State { get; init; } = [];

    [Terms("istituti"), Facet]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    [Norms]
    public IReadOnlyList<NormReference> LegalBasis { get; init; } = [];

    [Group]
    public IReadOnlyList<Act> Acts { get; init; } = [];

    [Terms("target"), Facet]
    public IReadOnlyList<string> Target { get; init; } = [];

    [Terms("aree"), Facet]
    public IReadOnlyList<string> Areas { get; init; } = [];

    [Terms("strumenti"), Facet]
    public IReadOnlyList<string> Tools { get; init; } = [];

    [Terms("fasi"), Facet]
    public IReadOnlyList<string> Phases { get; init; } = [];

    [Markdown]
    public string Need { get; init; } = "";

    [Markdown]
    public string Objectives { get; init; } = "";

    /// <summary>What was done.</summary>
    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group]
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    [Group]
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    [Money]
    public decimal? Amount { get; init; }

    [Text(Max = 300)]
    public string Fund { get; init; } = "";

    [Text(Max = 500)]
    public string Participants { get; init; } = "";

    [Markdown]
    public string Outcomes { get; init; } = "";

    /// <summary>What kind of evidence the outcomes rest on.</summary>
    [Terms("evidenza"), Facet]
    public IReadOnlyList<string> Evidence { get; init; } = [];

    [Markdown]
    public string Difficulties { get; init; } = "";

    /// <summary>What it takes to redo it elsewhere.</summary>
    [Markdown]
    public string Transfer { get; init; } = "";

    /// <summary>The day on which somebody last checked it against its sources.</summary>
    [Date]
    public DateOnly? CheckedOn { get; init; }

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
