using Hub.Content.Storage;
using Hub.Legislation.Graph;
using Hub.Legislation.Impact;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Tables;

/// <summary>Who cites what, and which pages wait for a check.</summary>
internal sealed class LegislationTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<CitationRow>(citation =>
        {
            citation.ToTable("LegislationCitations");
            citation.HasKey(row => new { row.ItemId, row.Act, row.Article });
            citation.HasIndex(row => new { row.Act, row.Article });
        });
        model.Entity<ReadRow>(read =>
        {
            read.ToTable("LegislationRead");
            read.HasKey(row => row.ItemId);
        });
        model.Entity<RecheckRow>(recheck =>
        {
            recheck.ToTable("LegislationRechecks");
            recheck.HasKey(row => row.Id);
            recheck.HasIndex(row => new { row.ItemId, row.UpdateId }).IsUnique();
            recheck.HasIndex(row => new { row.Region, row.ClosedAt });
        });
    }
}
