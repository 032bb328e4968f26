using Hub.Content.Storage;
using Hub.OpenData.Imports;
using Hub.OpenData.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Hub.OpenData.Storage;

/// <summary>Tables that people brought, and how many pages were read.</summary>
internal sealed class OpenDataTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<ImportRow>(import =>
        {
            import.ToTable("OpenDataImports");
            import.HasIndex(row => new { row.Region, row.At });
        });
        model.Entity<VisitRow>(visits =>
        {
            visits.ToTable("OpenDataVisits");
            visits.HasKey(row => new { row.Region, row.Day });
        });
    }
}
