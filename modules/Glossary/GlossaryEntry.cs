using Hub.Web.SiteMap;

namespace Hub.Glossary;

/// <summary>A term and what it means. A region may give a national term another meaning by overriding it.</summary>
[ContentType("voce", Section = "glossario")]
[SchemaType("DefinedTerm")]
public sealed record GlossaryEntry : Content.Items.Content
{
    internal const string Feature = "Hub.Glossary";

    [Text(Max = 200), Required, Indexed(Weight = 4)]
    public override string Title { get; init; } = "";

    /// <summary>
    /// The written forms by which texts are searched for the term: acronyms, plurals. When there are any, the title is searched for
    /// only if it is among them, so that “Ambito” need not mark every ambito.
    /// </summary>
    [TextList, Indexed(Weight = 4), SchemaProperty("alternateName")]
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The meaning in a sentence, shown where the term occurs.</summary>
    [Text(Max = 300), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Norms]
    public IReadOnlyList<NormReference> Norms { get; init; } = [];

    [References]
    public IReadOnlyList<Guid> Related { get; init; } = [];

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
