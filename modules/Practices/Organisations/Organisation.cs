namespace Hub.Practices.Organisations;

/// <summary>A body that does or helps to do what practices tell: a public administration, an ETS, another.</summary>
[ContentType(TypeId, Section = "enti")]
public sealed record Organisation : Content.Items.Content
{
    internal const string TypeId = "ente";

    /// <summary>The term of <c>tipo-ente</c> for an ETS (ente del Terzo settore), the only kind that stands in the RUNTS.</summary>
    public const string ThirdSector = "ets";

    /// <summary>The term of <c>sezione-runts</c> for networks of associations, which alone may stand in two sections (art. 46, comma 2, of the Codice).</summary>
    internal const string Networks = "reti";

    [Text(Max = 200), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 600), Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    [Terms("tipo-ente"), Required, Facet]
    public IReadOnlyList<string> Kind { get; init; } = [];

    [Terms("sezione-runts"), Facet]
    public IReadOnlyList<string> RuntsSection { get; init; } = [];

    /// <summary>Number in the RUNTS' repertory; see <see cref="RuntsNumber"/>.</summary>
    [Text(Max = 10)]
    public string Runts { get; init; } = "";

    /// <summary>See <see cref="Organisations.FiscalCode"/>.</summary>
    [Text(Max = 20)]
    public string FiscalCode { get; init; } = "";

    [Link]
    public Link? Site { get; init; }

    [Terms("territori"), Facet]
    public IReadOnlyList<string> Territories { get; init; } = [];

    [Places, Facet]
    public IReadOnlyList<string> Places { get; init; } = [];

    [Markdown, Body]
    public string Body { get; init; } = "";

    [Group, PersonalData]
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
