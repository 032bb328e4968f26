using Hub.Web.SiteMap;

namespace Hub.News;

/// <summary>Something that happened, told with its date and source.</summary>
[ContentType("notizia", Section = "notizie", Sort = "-date")]
[SchemaType("NewsArticle")]
public sealed record NewsItem : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("tipo-notizia"), Required, Facet]
    public IReadOnlyList<string> Kind { get; init; } = [];

    /// <summary>Of what is told, not of its telling.</summary>
    [Date, Required]
    public DateOnly Date { get; init; }

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Places, Facet]
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Who answers for the text.</summary>
    [Text(Max = 200)]
    public string CuratedBy { get; init; } = "";

    [Image]
    public Image? Picture { get; init; }

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
