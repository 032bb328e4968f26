using System.Text.Json.Serialization;
using Hub.Content;

namespace Hub.Practices.Records;

/// <summary>An act of the procedure: a file, an address, or what is known of it.</summary>
public sealed record Act
{
    [Text(Max = 300), Required]
    public string Title { get; init; } = "";

    [Terms("atto-pratica")]
    public IReadOnlyList<string> Kind { get; init; } = [];

    [Text(Max = 60)]
    public string Number { get; init; } = "";

    [Date]
    public DateOnly? Date { get; init; }

    [File]
    public FileLink? File { get; init; }

    [Link]
    public Link? Link { get; init; }

    /// <summary>For acts that have a URN of their own.</summary>
    [Norms]
    public IReadOnlyList<NormReference> Norm { get; init; } = [];
}

/// <summary>A part of the way, with how long it took.</summary>
public sealed record Step
{
    [Text(Max = 200), Required]
    public string Title { get; init; } = "";

    [Terms("fasi")]
    public IReadOnlyList<string> Phase { get; init; } = [];

    [Period]
    public Period? Period { get; init; }

    /// <summary>Days that it took, where the sources say so.</summary>
    [Number]
    public decimal? Days { get; init; }

    [Text(Max = 1000)]
    public string Text { get; init; } = "";
}

/// <summary>A part of the money.</summary>
public sealed record Funding
{
    /// <summary>The body that put it in.</summary>
    [Text(Max = 200), Required]
    public string From { get; init; } = "";

    /// <summary>The fund, or what kind of co-financing.</summary>
    [Text(Max = 200)]
    public string What { get; init; } = "";

    [Money]
    public decimal? Amount { get; init; }
}

/// <summary>A measured outcome.</summary>
public sealed record Indicator
{
    [Text(Max = 200), Required]
    public string Name { get; init; } = "";

    [Text(Max = 60)]
    public string Unit { get; init; } = "";

    [Number]
    public decimal? Before { get; init; }

    [Number]
    public decimal? After { get; init; }

    [Date]
    public DateOnly? Date { get; init; }

    [Text(Max = 300)]
    public string Source { get; init; } = "";
}

/// <summary>A picture with what it shows.</summary>
public sealed record Picture
{
    [Image, Required]
    public Image? Image { get; init; }

    [Text(Max = 300)]
    public string Caption { get; init; } = "";
}

/// <summary>A date on which people met.</summary>
public sealed record Meeting
{
    [Text(Max = 200), Required]
    public string Title { get; init; } = "";

    [Moment]
    public DateTime? When { get; init; }

    [Moment]
    public DateTime? End { get; init; }

    /// <summary>The day of its beginning, in Rome.</summary>
    [JsonIgnore]
    public DateOnly? Day => When is { } when ? DateOnly.FromDateTime(RomeTime.FromUtc(when)) : null;

    [Text(Max = 300)]
    public string Place { get; init; } = "";

    [Text(Max = 500)]
    public string Note { get; init; } = "";
}

/// <summary>Something that was due by a day.</summary>
public sealed record Deadline
{
    [Text(Max = 200), Required]
    public string What { get; init; } = "";

    [Date, Required]
    public DateOnly Date { get; init; }

    [Text(Max = 500)]
    public string Note { get; init; } = "";
}
