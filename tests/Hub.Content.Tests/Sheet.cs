using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Content.Tests;

/// <summary>A type with every kind of field.</summary>
[ContentType("scheda", Section = "schede", Sort = "-day")]
public sealed record Sheet : global::Hub.Content.Items.Content
{
    [Text(Max = 60), Required] public override string Title { get; init; } = "";

    [Markdown, Indexed(Weight = 2)] public override string Summary { get; init; } = "";

    [TextList] public IReadOnlyList<string> Aliases { get; init; } = [];

    [Boolean, Facet] public bool IsOpen { get; init; }

    [Number] public decimal? Participants { get; init; }

    [Money] public decimal? Amount { get; init; }

    [Date] public DateOnly? Day { get; init; }

    [LastDay] public DateOnly? Until { get; init; }

    [Moment] public DateTime? Start { get; init; }

    [Period] public Period? Window { get; init; }

    [Link] public Link? Source { get; init; }

    [File] public FileLink? Document { get; init; }

    [Image] public Image? Picture { get; init; }

    [Terms("target"), Facet] public IReadOnlyList<string> Target { get; init; } = [];

    [References] public IReadOnlyList<Guid> Related { get; init; } = [];

    [Places, Facet] public IReadOnlyList<string> Places { get; init; } = [];

    [Norms] public IReadOnlyList<NormReference> LegalBasis { get; init; } = [];

    [People] public IReadOnlyList<Person> Staff { get; init; } = [];

    [Group] public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    [Text, PersonalData] public string Phone { get; init; } = "";

    [Markdown, Body] public string Text { get; init; } = "";
}

/// <summary>A row of a group.</summary>
public sealed record Meeting
{
    [Text, Required] public string Name { get; init; } = "";

    [Moment] public DateTime? When { get; init; }
}

/// <summary>A small type.</summary>
[ContentType("nota", Section = "note")]
public sealed record Note : global::Hub.Content.Items.Content
{
    [Text(Max = 200), Required] public override string Title { get; init; } = "";

    [Text] public override string Summary { get; init; } = "";

    [Terms("target"), Facet] public IReadOnlyList<string> Target { get; init; } = [];

    [Text, Facet] public string Kind { get; init; } = "";

    [Number] public decimal? Weight { get; init; }

    [Markdown, Body] public string Text { get; init; } = "";
}
