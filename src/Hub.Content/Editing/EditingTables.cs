#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
using Hub.Content.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Editing;

/// <summary>What somebody typed and has not saved yet, and that they are at it.</summary>
public sealed class UnsavedRow
{
    public Guid ItemId { get; set; }

    /// <summary>Account name.</summary>
    public required string Person { get; set; }

    public required string Region { get; set; }

    public required string Type { get; set; }

    /// <summary>The form's fields as typed, as JSON; null when nothing was typed since the last save.</summary>
    public string? Form { get; set; }

    /// <summary>The item's stamp that it is based on; 0 for a new item.</summary>
    public int Stamp { get; set; }

    public DateTime At { get; set; }
}

/// <summary>Filters of the list of contents that somebody gave a name.</summary>
public sealed class SavedFilterRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Person { get; set; }

    public required string Name { get; set; }

    /// <summary>Query string of the list, without the question mark.</summary>
    public required string Query { get; set; }
}

/// <summary>The tables of the editors' desk.</summary>
internal static class EditingTables
{
    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<UnsavedRow>(unsaved =>
        {
            unsaved.ToTable("Unsaved");
            unsaved.HasKey(row => new { row.ItemId, row.Person });
            unsaved.HasIndex(row => new { row.Region, row.At });
        });
        builder.Entity<SavedFilterRow>(filter =>
        {
            filter.ToTable("SavedFilters");
            filter.HasIndex(row => new { row.Region, row.Person });
        });
        builder.Entity<RemarkRow>(remark =>
        {
            remark.ToTable("Remarks");
            remark.HasIndex(row => row.ItemId);
        });
        builder.Entity<NoticeRow>(notice =>
        {
            notice.ToTable("Notices");
            notice.HasIndex(row => new { row.UserId, row.Key }).IsUnique();
            notice.HasIndex(row => new { row.Region, row.MailedAt });
        });
    }
}
