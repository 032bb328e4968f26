namespace Hub.Contributions.Organisations;

/// <summary>How far a region knows an organisation. Stored as its code.</summary>
public static class PartnerState
{
    /// <summary>The region wrote to it; it has not told its data yet.</summary>
    public const string Invited = "invitata";

    public const string Waiting = "da-riconoscere";
    public const string Recognised = "riconosciuta";
    public const string Refused = "rifiutata";
}
