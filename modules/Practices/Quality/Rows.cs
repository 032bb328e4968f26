#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Practices.Quality;

/// <summary>What a reviewer found of one axis of a practice on a day. Never changed: a later row stands in its place.</summary>
public sealed class AssessmentRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public Guid ItemId { get; set; }

    public required string Axis { get; set; }

    /// <summary>0 to 3.</summary>
    public int Level { get; set; }

    /// <summary>As readers are told: a role or a name, as the region wants.</summary>
    public required string Reviewer { get; set; }

    public DateOnly Day { get; set; }

    public required string Note { get; set; }

    /// <summary>Account that stored it.</summary>
    public required string By { get; set; }

    public DateTime At { get; set; }
}

/// <summary>A practice was certified for a time. Nothing has to happen for it to end: its last day does.</summary>
public sealed class CertificateRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public Guid ItemId { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly Until { get; set; }

    public required string Reviewer { get; set; }

    public required string Note { get; set; }

    public required string By { get; set; }

    public DateTime At { get; set; }

    /// <summary>From this day it no longer holds.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Readers are told.</summary>
    public required string Reason { get; set; }

    public required string WithdrawnBy { get; set; }

    public bool Holds(DateOnly day) => Day <= day && day <= Until && (WithdrawnOn is null || WithdrawnOn > day);
}
