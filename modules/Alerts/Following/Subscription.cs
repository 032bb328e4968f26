namespace Hub.Alerts.Following;

/// <summary>
/// What somebody follows in a region, under an e-mail address and nothing else. Unconfirmed ones are forgotten after a week;
/// one that is stopped is deleted.
/// </summary>
public sealed class Subscription
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Email { get; set; }

    /// <summary>Id of the source.</summary>
    public required string Source { get; set; }

    /// <summary>What is followed, in the source's words.</summary>
    public required string Key { get; set; }

    public required string Frequency { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Hash of the secret in the confirmation's link.</summary>
    public required string ConfirmHash { get; set; }

    /// <summary>Stands in every mail: whoever has it may end this subscription, and nothing else.</summary>
    public required string StopKey { get; set; }

    /// <summary>The same for all that an address follows in a region: whoever has it may see and end them.</summary>
    public required string ReaderKey { get; set; }

    /// <summary>Everything up to then was told or was nothing.</summary>
    public DateTime Seen { get; set; }

    /// <summary>When it is looked at next.</summary>
    public DateTime Due { get; set; }
}
