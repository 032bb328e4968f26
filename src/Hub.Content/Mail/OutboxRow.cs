namespace Hub.Content.Mail;

/// <summary>A mail that waits to be sent, or that was given up. One that was sent has no row.</summary>
public sealed class OutboxRow
{
    public Guid Id { get; set; }

    /// <summary>The portal that writes.</summary>
    public required string Region { get; set; }

    /// <summary>Emptied when it is given up, as are subject and text.</summary>
    public required string To { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public string? StopAt { get; set; }

    public DateTime At { get; set; }

    public int Tries { get; set; }

    public DateTime NextTry { get; set; }

    /// <summary>What went wrong the last time, without address and text; empty before.</summary>
    public required string Error { get; set; }

    public DateTime? GivenUpAt { get; set; }
}
