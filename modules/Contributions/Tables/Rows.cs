#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Contributions.Tables;

/// <summary>Somebody who proposes practices in a region, known by a mailbox. Personal data.</summary>
public sealed class ContributorRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Email { get; set; }

    public required string Name { get; set; }

    public Guid? OrganisationId { get; set; }

    /// <summary>Raised to end every visit that was opened before.</summary>
    public int Stamp { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>When a link that was mailed to the mailbox was first opened.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>When one was last opened.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>The name under which this person's versions and remarks are stored: it tells nobody who they are.</summary>
    public string Author => AuthorOf(Id);

    public static string AuthorOf(Guid id) => $"proponente-{id.ToString("N")[20..]}";
}

/// <summary>A link that opens a contributor's proposals. Only the hash of its code is kept.</summary>
public sealed class ContributorLinkRow
{
    public required string Hash { get; set; }

    public Guid ContributorId { get; set; }

    public DateTime IssuedAt { get; set; }
}

/// <summary>A practice that somebody proposes. Its text is kept as the desk keeps it: unsaved until sent, then as versions of the item of the same id.</summary>
public sealed class ProposalRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    /// <summary>Null once the contributor had their data erased.</summary>
    public Guid? ContributorId { get; set; }

    public Guid? OrganisationId { get; set; }

    public required string Title { get; set; }

    /// <summary>One of <see cref="Proposals.ProposalState"/>.</summary>
    public required string State { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ChangedAt { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>The day by which the region answers; null while it is not its turn.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Account name of the reviewer who took it on; empty for nobody.</summary>
    public required string ClaimedBy { get; set; }

    /// <summary>Why it was sent back or refused; empty for neither.</summary>
    public required string Reason { get; set; }

    /// <summary>The item that it became one with.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>When the contributor was told that the draft will be deleted.</summary>
    public DateTime? WarnedAt { get; set; }
}

/// <summary>What a contributor agreed to, in which words, and when.</summary>
public sealed class ConsentRow
{
    public Guid Id { get; set; }

    public Guid ProposalId { get; set; }

    /// <summary><c>licenza</c> or <c>privacy</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Version of the text, such as <c>licenza-2026-11</c>.</summary>
    public required string Text { get; set; }

    public DateTime At { get; set; }
}

/// <summary>What one reviewer decided on one version of a proposal. Never changed.</summary>
public sealed class DecisionRow
{
    public Guid Id { get; set; }

    public Guid ProposalId { get; set; }

    public int Version { get; set; }

    /// <summary><c>contenuto</c> or <c>giuridica</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Account name.</summary>
    public required string Person { get; set; }

    public bool IsAssent { get; set; }

    public required string Reason { get; set; }

    public DateTime At { get; set; }
}

/// <summary>An organisation that proposes practices in a region.</summary>
public sealed class PartnerRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Name { get; set; }

    /// <summary>Term of <c>tipo-ente</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Term of <c>sezione-runts</c>; empty for none.</summary>
    public required string RuntsSection { get; set; }

    public required string Runts { get; set; }

    public required string FiscalCode { get; set; }

    /// <summary>One comune.</summary>
    public required string Place { get; set; }

    public required string Site { get; set; }

    /// <summary>One of <see cref="Organisations.PartnerState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Its page.</summary>
    public Guid? ItemId { get; set; }

    /// <summary>What it proposes is no longer moderated as the first time.</summary>
    public bool IsTrusted { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Account name of whoever recognised, refused or invited it last; empty for nobody.</summary>
    public required string DecidedBy { get; set; }

    public required string Reason { get; set; }
}
