namespace Hub.Legislation.Impact;

/// <summary>A page that somebody must check again because of an update; stays when it is closed, as its history.</summary>
internal sealed class RecheckRow
{
    public Guid Id { get; init; }

    public Guid ItemId { get; init; }

    /// <summary>Of the item; its editors answer.</summary>
    public required string Region { get; init; }

    /// <summary>The version that readers saw when it was opened.</summary>
    public int Version { get; init; }

    public Guid UpdateId { get; init; }

    /// <summary>What the page cites and the update touches: “art. 55 d.lgs. 117/2017”.</summary>
    public required string Reason { get; init; }

    public DateTime OpenedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Code of <see cref="RecheckOutcome"/>; empty while it is open.</summary>
    public required string Outcome { get; set; }

    public required string ClosedBy { get; set; }

    public required string Note { get; set; }
}

/// <summary>How a check ended.</summary>
internal static class RecheckOutcome
{
    /// <summary>The page is right as it is.</summary>
    public const string Confirmed = "confermata";

    /// <summary>A new version was published.</summary>
    public const string Revised = "rivista";

    /// <summary>The page is no longer shown.</summary>
    public const string Withdrawn = "ritirata";

    /// <summary>The update was withdrawn, or no longer touches what the page cites.</summary>
    public const string Void = "decaduta";
}
