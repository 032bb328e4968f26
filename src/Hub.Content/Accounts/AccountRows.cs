#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Content.Accounts;

/// <summary>A browser in which somebody is signed in. Its cookie names the row; without the row the cookie opens nothing.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public DateTime Started { get; set; }

    /// <summary>Of the last request, to five minutes.</summary>
    public DateTime Seen { get; set; }

    /// <summary>Such as <c>Firefox, Linux</c>.</summary>
    public required string Browser { get; set; }

    /// <summary>Network address at the start.</summary>
    public required string Address { get; set; }

    /// <summary>Whoever signed in showed more than a password: a code, a passkey, a provider's word.</summary>
    public bool IsTwoStep { get; set; }
}

/// <summary>A role in a region that waits for whoever reads a mailbox.</summary>
public sealed class InvitationRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Email { get; set; }

    public required string Role { get; set; }

    public required string TokenHash { get; set; }

    /// <summary>Account name.</summary>
    public required string InvitedBy { get; set; }

    public DateTime At { get; set; }

    public DateTime Expires { get; set; }
}

/// <summary>One of the keys that protect cookies and tokens, as ASP.NET Core wrote it. A secret.</summary>
public sealed class ProtectionKeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }

    public DateTime At { get; set; }
}
