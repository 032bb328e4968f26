using System.Text.Json.Nodes;

namespace Hub.Content.Items;

/// <summary>What somebody wants an item to be.</summary>
public sealed record ItemDraft
{
    /// <summary>Null for a new item, unless it comes from a file with its own id.</summary>
    public Guid? Id { get; init; }

    /// <summary>Id of the type.</summary>
    public required string Type { get; init; }

    /// <summary>The values, from a form, a file or the API. Hostile.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>Last segment of the address. Null keeps it; for a new item, takes the overridden item's or makes one from the title.</summary>
    public string? Slug { get; init; }

    /// <summary>The stamp that the change is based on; null for a new item, or to change it whatever it is.</summary>
    public int? Stamp { get; init; }

    /// <summary>The status to leave it in.</summary>
    public Status Status { get; init; } = Status.Draft;

    /// <summary>What changed, in the author's words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Readers are told the note too, under the page.</summary>
    public bool IsNotePublic { get; init; }

    public Guid? Overrides { get; init; }

    /// <summary>Hides the overridden item; <see cref="Data"/> is then not read.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Day of first publication; today when null and it is published.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the last change; today when null.</summary>
    public DateOnly? Updated { get; init; }

    public DateOnly? Review { get; init; }

    /// <summary>UTC; with <see cref="Status.Scheduled"/>, when it is to be published.</summary>
    public DateTime? PublishAt { get; init; }

    /// <summary>UTC; when it is to be withdrawn; null for never.</summary>
    public DateTime? WithdrawAt { get; init; }
}
