using Hub.Web.SiteMap;

namespace Hub.Legislation.Norms;

/// <summary>An act that the portal explains: what it is, since when it holds, what its articles say in our own words.</summary>
[ContentType(TypeId, Section = "norme", Sort = "-date")]
[SchemaType("Legislation")]
[DataThemes("JUST", "GOVE")]
public sealed record Norm : Content.Items.Content
{
    internal const string TypeId = "norma";
    internal const string Feature = "Hub.Legislation";

    [Text(Max = 300), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    /// <summary>How it is cited in short: “d.lgs. 117/2017”.</summary>
    [Text(Max = 120), Required, Indexed(Weight = 4), SchemaProperty("alternateName")]
    public string Label { get; init; } = "";

    [Text(Max = 600), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    /// <summary>The URN:NIR or CELEX by which citations lead here.</summary>
    [Text(Max = 200), Required, SchemaProperty("legislationIdentifier")]
    public string Identifier { get; init; } = "";

    [Terms("tipo-atto"), Required, Facet, SchemaProperty("legislationType")]
    public IReadOnlyList<string> Kind { get; init; } = [];

    [Text(Max = 200), Required, SchemaProperty("legislationPassedBy")]
    public string Authority { get; init; } = "";

    [Text(Max = 40)]
    public string Number { get; init; } = "";

    [Date, Required, SchemaProperty("legislationDate")]
    public DateOnly Date { get; init; }

    /// <summary>Gazette or bulletin with its date.</summary>
    [Text(Max = 300)]
    public string Publication { get; init; } = "";

    [Period]
    public Period? InForce { get; init; }

    [Terms("stato-norma"), Required, Facet]
    public IReadOnlyList<string> State { get; init; } = [];

    [Terms("argomenti"), Facet]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group]
    public IReadOnlyList<NormArticle> Articles { get; init; } = [];

    /// <summary>What nobody has checked yet; readers are told.</summary>
    [TextList]
    public IReadOnlyList<string> ToVerify { get; init; } = [];

    [References]
    public IReadOnlyList<Guid> Related { get; init; } = [];

    /// <summary>The day on which somebody last checked it against its sources.</summary>
    [Date]
    public DateOnly? CheckedOn { get; init; }

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}

/// <summary>An article, told in our own words.</summary>
public sealed record NormArticle
{
    /// <summary>As in a URN: <c>55</c>, <c>3bis</c>.</summary>
    [Text(Max = 20), Required]
    public string Number { get; init; } = "";

    [Text(Max = 300)]
    public string Heading { get; init; } = "";

    [Markdown]
    public string Text { get; init; } = "";

    /// <summary>“art. 55”, “art. 3-bis”.</summary>
    public string InWords()
    {
        var digits = Number.TakeWhile(char.IsAsciiDigit).Count();
        return Texts.In["Article.Short", digits == Number.Length ? Number : $"{Number[..digits]}-{Number[digits..]}"];
    }
}
