using Hub.Practices.Organisations;
using Hub.Web.SiteMap;

namespace Hub.Practices.Records;

/// <summary>An experience of shared administration, told so that others can redo it. Its fields stand in the order of its page.</summary>
[ContentType(TypeId, Section = "pratiche", Sort = "-published", IsGathered = true)]
public sealed record Practice : Content.Items.Content
{
    public const string TypeId = "pratica";
    public const string Feature = "Hub.Practices";

    /// <summary>The licence that holds where none is chosen.</summary>
    public const string StandardLicence = "cc-by-4-0";

    [Text(Max = 160), Required, Indexed(Weight = 3)]
    public override string Title { get; init; } = "";

    [Text(Max = 600), Required, Indexed(Weight = 2)]
    public override string Summary { get; init; } = "";

    /// <summary>The body that answers for it.</summary>
    [Text(Max = 200), Required, SchemaProperty("author", Type = "Organization")]
    public string Owner { get; init; } = "";

    /// <summary>Its page; the name stays as the sources write it.</summary>
    [References("ente")]
    public IReadOnlyList<Guid> OwnerBody { get; init; } = [];

    /// <summary>The organisation that told it, where that is not the owner.</summary>
    [References("ente")]
    public IReadOnlyList<Guid> ToldBy { get; init; } = [];

    [Group, SchemaProperty("contributor", Type = "Organization")]
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

    [Terms("target"), Facet]
    public IReadOnlyList<string> Target { get; init; } = [];

    [Terms("aree"), Facet]
    public IReadOnlyList<string> Areas { get; init; } = [];

    [Terms("strumenti"), Facet]
    public IReadOnlyList<string> Tools { get; init; } = [];

    [Terms("fasi"), Facet]
    public IReadOnlyList<string> Phases { get; init; } = [];

    [Money, SchemaProperty("funding")]
    public decimal? Amount { get; init; }

    [Text(Max = 300)]
    public string Fund { get; init; } = "";

    /// <summary>Who put in how much: the fund and whoever added to it.</summary>
    [Group]
    public IReadOnlyList<Funding> Funding { get; init; } = [];

    /// <summary>Who worked on it, in people or hours.</summary>
    [Text(Max = 300)]
    public string Staff { get; init; } = "";

    [Number]
    public decimal? Volunteers { get; init; }

    [Text(Max = 500)]
    public string Participants { get; init; } = "";

    [Number]
    public decimal? ParticipantCount { get; init; }

    /// <summary>Who led the meetings and how.</summary>
    [Text(Max = 500)]
    public string Facilitation { get; init; } = "";

    [Markdown]
    public string Need { get; init; } = "";

    [Markdown]
    public string Objectives { get; init; } = "";

    /// <summary>What was done.</summary>
    [Markdown, Body]
    public string Body { get; init; } = "";

    /// <summary>The same phase by phase.</summary>
    [Group]
    public IReadOnlyList<Step> Steps { get; init; } = [];

    [Group]
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    [Group]
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    [Markdown]
    public string Outcomes { get; init; } = "";

    [Group]
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>What kind of evidence the outcomes rest on.</summary>
    [Terms("evidenza"), Facet]
    public IReadOnlyList<string> Evidence { get; init; } = [];

    [Markdown]
    public string Difficulties { get; init; } = "";

    /// <summary>What it takes to redo it elsewhere.</summary>
    [Markdown]
    public string Transfer { get; init; } = "";

    [Group]
    public IReadOnlyList<Act> Acts { get; init; } = [];

    [Group]
    public IReadOnlyList<Picture> Media { get; init; } = [];

    [Group, PersonalData]
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    [Group, Required]
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Empty for <see cref="StandardLicence"/>.</summary>
    [Terms("licenza")]
    public IReadOnlyList<string> Licence { get; init; } = [];

    /// <summary>The day on which somebody last checked it against its sources; when it is due again is the item's review day.</summary>
    [Date]
    public DateOnly? CheckedOn { get; init; }
}
