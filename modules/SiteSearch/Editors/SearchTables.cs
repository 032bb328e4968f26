#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.SiteSearch.Editors;

/// <summary>What readers looked for, counted by day, and what they missed. Nothing tells who they are.</summary>
internal sealed class SearchTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<AskedQueryRow>(asked =>
        {
            asked.ToTable("SearchQueries");
            asked.HasKey(row => new { row.Region, row.Day, row.Query });
        });
        model.Entity<ReportedGapRow>(gap =>
        {
            gap.ToTable("SearchGaps");
            gap.HasIndex(row => new { row.Region, row.At });
        });
    }
}

/// <summary>How often a text was searched for on a day.</summary>
public sealed class AskedQueryRow
{
    public required string Region { get; set; }

    public DateOnly Day { get; set; }

    public required string Query { get; set; }

    public int Times { get; set; }

    /// <summary>Results of the last time.</summary>
    public int Found { get; set; }

    /// <summary>How often a result was followed; counted by the page's script.</summary>
    public int Clicks { get; set; }
}

/// <summary>What a reader looked for in vain and told.</summary>
public sealed class ReportedGapRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Query { get; set; }

    public required string Note { get; set; }

    public DateTime At { get; set; }

    /// <summary>An editor has dealt with it.</summary>
    public bool IsDone { get; set; }
}
