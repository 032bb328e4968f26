namespace Hub.Citations;

/// <summary>The courts whose decisions carry an ECLI or a CELEX number.</summary>
public enum Court
{
    Constitutional, Cassation, CouncilOfState, SicilianCouncil, Tar, Accounts, EuropeanUnion,

    /// <summary>Courts without a national identifier; their decisions are not reported.</summary>
    Merit,
}

/// <summary>What a court pronounced.</summary>
public enum Ruling
{
    /// <summary>The text does not say.</summary>
    Unstated,
    Judgment, Order, CourtDecree, Opinion, Decision, Resolution,
}

/// <summary>The decision that a citation names.</summary>
public sealed record DecisionReference
{
    /// <summary>Which court; null when the text does not say.</summary>
    public Court? Court { get; init; }

    /// <summary>Judgment, order, opinion…</summary>
    public Ruling Ruling { get; init; }

    /// <summary>The seat or section where it is part of the identifier: <c>TARNA</c>, <c>CIV</c>, <c>SRCLOM-PAR</c>.</summary>
    public string? Section { get; init; }

    /// <summary>The number, or the case number for the Court of Justice: <c>C-113/13</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The year, in four digits.</summary>
    public int? Year { get; init; }

    /// <summary>The date, if the text gives it.</summary>
    public DateOnly? Date { get; init; }

    internal Court? LikelyCourt { get; init; }

    internal string? PrintedEcli { get; init; }
}
