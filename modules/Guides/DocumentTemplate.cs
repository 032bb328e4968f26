namespace Hub.Guides;

/// <summary>The text of an act with places to fill in.</summary>
[ContentType("modello", Section = "modelli")]
public sealed record DocumentTemplate : Content.Items.Content
{
    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 500), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("istituti"), Facet]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    [Terms("fasi"), Facet]
    public IReadOnlyList<string> Phases { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
