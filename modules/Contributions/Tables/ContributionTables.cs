using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Tables;

/// <summary>Who proposes what, and how it was answered.</summary>
internal sealed class ContributionTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<ContributorRow>(contributor =>
        {
            contributor.ToTable("Contributors");
            contributor.Ignore(row => row.Author);
            contributor.HasIndex(row => new { row.Region, row.Email }).IsUnique();
        });
        model.Entity<ContributorLinkRow>(link =>
        {
            link.ToTable("ContributorLinks");
            link.HasKey(row => row.Hash);
            link.HasIndex(row => row.ContributorId);
        });
        model.Entity<ProposalRow>(proposal =>
        {
            proposal.ToTable("Proposals");
            proposal.HasIndex(row => new { row.Region, row.State });
            proposal.HasIndex(row => row.ContributorId);
        });
        model.Entity<ConsentRow>(consent =>
        {
            consent.ToTable("ProposalConsents");
            consent.HasIndex(row => row.ProposalId);
        });
        model.Entity<DecisionRow>(decision =>
        {
            decision.ToTable("ProposalDecisions");
            decision.HasIndex(row => row.ProposalId);
        });
        model.Entity<PartnerRow>(partner =>
        {
            partner.ToTable("ProposalPartners");
            partner.HasIndex(row => new { row.Region, row.State });
        });
    }
}
