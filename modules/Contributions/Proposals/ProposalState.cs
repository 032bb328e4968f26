namespace Hub.Contributions.Proposals;

/// <summary>Where a proposal stands for whoever proposed it. Stored as its code.</summary>
public static class ProposalState
{
    public const string Draft = "bozza";
    public const string Sent = "inviata";
    public const string ToComplete = "da-integrare";
    public const string Published = "pubblicata";
    public const string Refused = "rifiutata";

    /// <summary>Became one with another.</summary>
    public const string Merged = "unita";

    public static readonly IReadOnlyList<string> All = [Draft, Sent, ToComplete, Published, Refused, Merged];

    /// <summary>Whether its contributor may write in it.</summary>
    public static bool IsOpen(string state) => state is Draft or ToComplete;
}
