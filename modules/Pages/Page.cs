namespace Hub.Pages;

/// <summary>A page of text that is none of the other types.</summary>
[ContentType("pagina", Section = "pagine")]
public sealed record Page : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
