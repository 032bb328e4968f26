using Hub.Content.Storage;
using Hub.Practices.Quality;
using Hub.Practices.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices;

/// <summary>What is known of practices beside their versions.</summary>
internal sealed class PracticeTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<AssessmentRow>(assessment =>
        {
            assessment.ToTable("PracticeAssessments");
            assessment.HasIndex(row => row.ItemId);
        });
        model.Entity<CertificateRow>(certificate =>
        {
            certificate.ToTable("PracticeCertificates");
            certificate.HasIndex(row => row.ItemId);
            certificate.HasIndex(row => new { row.Region, row.Until });
        });
        model.Entity<TransferRow>(transfer =>
        {
            transfer.ToTable("PracticeTransfers");
            transfer.HasIndex(row => row.ItemId);
            transfer.HasIndex(row => new { row.Region, row.State });
        });
    }
}
