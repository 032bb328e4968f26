using Hub.Web.SiteMap;

namespace Hub.Legislation.Updates;

/// <summary>Something that happened to the law: what it touches, from when, what changes and for whom.</summary>
[ContentType(TypeId, Section = "aggiornamenti", Sort = "-date")]
[DataThemes("JUST", "GOVE")]
[SchemaType("NewsArticle")]
public sealed record RegulatoryUpdate : Content.Items.Content
{
    internal const string TypeId = "aggiornamento";

    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("tipo-aggiornamento"), Required, Facet]
    public IReadOnlyList<string> Kind { get; init; } = [];

    /// <summary>Of the act or decision, not of its telling.</summary>
    [Date, Required]
    public DateOnly Date { get; init; }

    /// <summary>The day from which it holds.</summary>
    [Date]
    public DateOnly? From { get; init; }

    [Terms("urgenza"), Facet]
    public IReadOnlyList<string> Urgency { get; init; } = [];

    /// <summary>The acts and articles that it touches.</summary>
    [Group, Required]
    public IReadOnlyList<UpdateEffect> Effects { get; init; } = [];

    /// <summary>The act or decision that brings it.</summary>
    [Norms]
    public IReadOnlyList<NormReference> Act { get; init; } = [];

    [Text(Max = 500)]
    public string ForWhom { get; init; } = "";

    /// <summary>What changes.</summary>
    [Markdown, Body]
    public string Body { get; init; } = "";

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The pages were written after it and take it into account: none needs another check.</summary>
    [Boolean]
    public bool IsAlreadyConsidered { get; init; }

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}

/// <summary>What an update does to an act or to an article of it.</summary>
public sealed record UpdateEffect
{
    /// <summary>URN:NIR, CELEX or ECLI, down to the article: <c>urn:nir:stato:decreto.legislativo:2017-07-03;117~art55</c>.</summary>
    [Text(Max = 200), Required]
    public string Norm { get; init; } = "";

    [Text(Max = 200), Required]
    public string Label { get; init; } = "";

    [Terms("effetto"), Required]
    public IReadOnlyList<string> Kind { get; init; } = [];

    /// <summary>It is not in force yet.</summary>
    [Boolean]
    public bool IsPending { get; init; }

    [Text(Max = 500)]
    public string Note { get; init; } = "";
}
