#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.Content.Storage;

/// <summary>A region's definition, as JSON.</summary>
public sealed class RegionRow
{
    public required string Id { get; set; }

    public int Position { get; set; }

    public required string Definition { get; set; }

    public int Version { get; set; }

    /// <summary>Sequence number of the region's last change.</summary>
    public long LastChange { get; set; }
}

/// <summary>One content item. What can be listed without its version's data stands in columns.</summary>
public sealed class ItemRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Type { get; set; }

    public required string Section { get; set; }

    public required string Slug { get; set; }

    /// <summary>Of the live version; of the latest while there is none. Summary too.</summary>
    public required string Title { get; set; }

    /// <summary>The title folded, for sorting; compared by its bytes on every database.</summary>
    public required string TitleKey { get; set; }

    public required string Summary { get; set; }

    /// <summary>Of the latest version.</summary>
    public required string Status { get; set; }

    public int LatestVersion { get; set; }

    /// <summary>The version that readers see; null when they see none.</summary>
    public int? LiveVersion { get; set; }

    public required string Language { get; set; }

    public Guid TranslationSet { get; set; }

    public Guid? Overrides { get; set; }

    /// <summary>With <see cref="Overrides"/>: the national item is not shown in the region, and nothing is in its place.</summary>
    public bool IsHidden { get; set; }

    public DateOnly? Published { get; set; }

    public DateOnly Updated { get; set; }

    public DateOnly? Review { get; set; }

    /// <summary>UTC; when it is to be published, or withdrawn.</summary>
    public DateTime? PublishAt { get; set; }

    public DateTime? WithdrawAt { get; set; }

    /// <summary>Raised by every write; the second of two concurrent ones is refused by it.</summary>
    public int Stamp { get; set; }

    /// <summary>Takes title and summary from a version's values.</summary>
    internal void Name(System.Text.Json.Nodes.JsonObject data)
    {
        Title = data["title"]?.ToString() ?? "";
        TitleKey = Fields.FoldedText.Of(Title);
        Summary = data["summary"]?.ToString() ?? "";
    }
}

/// <summary>An immutable snapshot of an item.</summary>
public sealed class VersionRow
{
    public Guid ItemId { get; set; }

    public int Number { get; set; }

    public required string Data { get; set; }

    public required string Author { get; set; }

    public DateTime At { get; set; }

    /// <summary>What changed, in the author's words; empty when nothing was said.</summary>
    public required string Note { get; set; }

    /// <summary>Readers are told the note too.</summary>
    public bool IsNotePublic { get; set; }
}

/// <summary>A value of an item's live version by which lists are filtered and sorted.</summary>
public sealed class ValueRow
{
    public long Id { get; set; }

    public Guid ItemId { get; set; }

    public required string Field { get; set; }

    public required string Text { get; set; }

    /// <summary>The text folded, for sorting; compared by its bytes on every database.</summary>
    public required string TextKey { get; set; }

    public double? Number { get; set; }
}

/// <summary>The words of an item's live version, folded, for the plain search of lists.</summary>
public sealed class WordsRow
{
    public Guid ItemId { get; set; }

    public required string Text { get; set; }
}

/// <summary>An address that an item has or had.</summary>
public sealed class AddressRow
{
    public required string Region { get; set; }

    public required string Section { get; set; }

    public required string Slug { get; set; }

    public Guid ItemId { get; set; }
}

/// <summary>What one region says of one vocabulary, as JSON.</summary>
public sealed class VocabularyRow
{
    public required string Region { get; set; }

    public required string Taxonomy { get; set; }

    public required string Source { get; set; }
}

/// <summary>One entry of the log that indexes, feeds and caches follow. Gapless for each region.</summary>
public sealed class ChangeRow
{
    public required string Region { get; set; }

    public long Sequence { get; set; }

    /// <summary>published, withdrawn, vocabulary.</summary>
    public required string Kind { get; set; }

    public required string Type { get; set; }

    public Guid? ItemId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>Who did what. Never changed.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }

    public DateTime At { get; set; }

    public required string Region { get; set; }

    public required string Actor { get; set; }

    /// <summary>Such as <c>item.pubblicato</c>.</summary>
    public required string Action { get; set; }

    public required string Target { get; set; }

    public required string Detail { get; set; }
}

/// <summary>What a reader said of a page. No personal data.</summary>
public sealed class FeedbackRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    /// <summary>Within the region, such as <c>/pratiche/mappafondo</c>.</summary>
    public required string Path { get; set; }

    /// <summary>1 to 5.</summary>
    public int Stars { get; set; }

    /// <summary>Code of the chosen answer; empty when none.</summary>
    public required string Answer { get; set; }

    public required string Comment { get; set; }

    public DateTime At { get; set; }
}

/// <summary>When a background task last ran in a region, and who holds it.</summary>
public sealed class TaskRow
{
    public required string Region { get; set; }

    public required string Task { get; set; }

    /// <summary>The planned time of the last run that began, UTC.</summary>
    public DateTime Due { get; set; }

    public DateTime HeldUntil { get; set; }

    public bool IsRunning { get; set; }

    /// <summary>How the last run failed; empty when it went well.</summary>
    public required string Error { get; set; }
}

/// <summary>A person's role in a region.</summary>
public sealed class MembershipRow
{
    public Guid UserId { get; set; }

    public required string Region { get; set; }

    public required string Role { get; set; }
}

/// <summary>A link that works once, such as the first administrator's. Only its hash is kept.</summary>
public sealed class OneTimeLinkRow
{
    public required string TokenHash { get; set; }

    public required string Purpose { get; set; }

    public DateTime Expires { get; set; }
}
