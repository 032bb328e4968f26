using Hub.Web.SiteMap;

namespace Hub.Guides;

/// <summary>An edition of the handbook. Past editions stay readable.</summary>
[ContentType("guida", Section = "edizioni", Sort = "-date")]
[SchemaType("Book")]
public sealed record Guide : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    /// <summary>Such as “Edizione 2026”.</summary>
    [Text(Max = 100), Required]
    public string Edition { get; init; } = "";

    [Date]
    public DateOnly? Date { get; init; }

    /// <summary>The edition that readers are led to.</summary>
    [Boolean]
    public bool Current { get; init; }

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
