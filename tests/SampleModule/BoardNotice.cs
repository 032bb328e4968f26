using Hub.Content.Items;
using Hub.Content.Types;

namespace SampleModule;

/// <summary>What somebody looks for or offers, for a time. Form, validation, storage, list and page come from its fields.</summary>
[ContentType("avviso-bacheca", Section = "bacheca", Sort = "-start")]
public sealed record BoardNotice : Content
{
    [Text(Max = 160), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 300)]
    public override string Summary { get; init; } = "";

    [Date, Required]
    public DateOnly? Start { get; init; }

    [Date]
    public DateOnly? End { get; init; }

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";
}
