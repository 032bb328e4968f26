#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Practices.Transfers;

/// <summary>Somebody told that they reused a practice: what they changed and what happened.</summary>
public sealed class TransferRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public Guid ItemId { get; set; }

    public DateTime At { get; set; }

    /// <summary>See <see cref="TransferState"/>.</summary>
    public required string State { get; set; }

    public required string Organisation { get; set; }

    public required string Place { get; set; }

    public required string When { get; set; }

    public required string Changed { get; set; }

    public required string Happened { get; set; }

    /// <summary>A person; empty when none was named, and once the consent is gone.</summary>
    public required string ContactName { get; set; }

    public required string ContactEmail { get; set; }

    /// <summary>The day on which the person agreed to be shown; null keeps them to the editors until they decide.</summary>
    public DateOnly? ConsentOn { get; set; }

    public required string DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was refused, for the editors.</summary>
    public required string Reason { get; set; }
}

/// <summary>Where a told transfer stands.</summary>
public static class TransferState
{
    public const string Waiting = "in-attesa";
    public const string Published = "pubblicato";
    public const string Refused = "rifiutato";
}
