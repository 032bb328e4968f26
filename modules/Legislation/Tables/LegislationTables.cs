using Hub.Content.Storage;
using Hub.Legislation.Graph;
using Hub.Legislation.Impact;
using Hub.Legislation.Sources;
using Hub.Legislation.Versions;
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
        model.Entity<TextRow>(text =>
        {
            text.ToTable("LegislationTexts");
            text.HasKey(row => row.Id);
            text.HasIndex(row => new { row.Region, row.Act, row.Article, row.From }).IsUnique();
        });
        model.Entity<SourceRow>(source =>
        {
            source.ToTable("LegislationSources");
            source.HasKey(row => new { row.Region, row.Source });
        });
        model.Entity<CandidateRow>(candidate =>
        {
            candidate.ToTable("LegislationCandidates");
            candidate.HasKey(row => row.Id);
            candidate.HasIndex(row => new { row.Region, row.Key }).IsUnique();
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
