using System.Text.Json.Serialization;
using Hub.Content;

namespace Hub.Practices.Records;

/// <summary>An act of the procedure.</summary>
public sealed record Act
{
    [Text(Max = 300), Required]
    public string Title { get; init; } = "";

    [Date]
    public DateOnly? Date { get; init; }

    [Link]
    public Link? Link { get; init; }
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
