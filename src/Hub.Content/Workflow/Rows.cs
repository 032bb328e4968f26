#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Content.Workflow;

/// <summary>What somebody remarks on a field of an item that is being made.</summary>
public sealed class RemarkRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public Guid ItemId { get; set; }

    /// <summary>Name of the field; empty for the whole item.</summary>
    public required string Field { get; set; }

    /// <summary>Account name.</summary>
    public required string Author { get; set; }

    public DateTime At { get; set; }

    public required string Text { get; set; }

    public string? SettledBy { get; set; }

    public DateTime? SettledAt { get; set; }
}

/// <summary>Something that one person is told, in the desk and by mail.</summary>
public sealed class NoticeRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Names the occasion: nobody is told of one twice.</summary>
    public required string Key { get; set; }

    /// <summary>Such as <c>in-revisione</c>, <c>nota</c>, <c>verifica</c>.</summary>
    public required string Kind { get; set; }

    public Guid? ItemId { get; set; }

    /// <summary>Of the item.</summary>
    public required string Title { get; set; }

    /// <summary>The reason, the remark, the day; empty when the kind says all.</summary>
    public required string Detail { get; set; }

    public DateTime At { get; set; }

    public DateTime? SeenAt { get; set; }

    /// <summary>When it was put into a mail, or found to need none.</summary>
    public DateTime? MailedAt { get; set; }
}
