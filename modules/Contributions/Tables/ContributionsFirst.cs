using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Contributions.Tables;

/// <summary>The tables of contributors, their links, proposals, consents, decisions and organisations.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128014500_ContributionsFirst")]
internal sealed class ContributionsFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        People(migrationBuilder);
        Proposals(migrationBuilder);
        Partners(migrationBuilder);
    }

    private static void People(MigrationBuilder builder)
    {
        builder.CreateTable("Contributors", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Email = table.Column<string>(),
            Name = table.Column<string>(),
            OrganisationId = table.Column<Guid>(nullable: true),
            Stamp = table.Column<int>(),
            CreatedAt = table.Column<DateTime>(),
            ConfirmedAt = table.Column<DateTime>(nullable: true),
            OpenedAt = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Contributors", row => row.Id));
        builder.CreateIndex("IX_Contributors_Region_Email", "Contributors", ["Region", "Email"], unique: true);
        builder.CreateTable("ContributorLinks", table => new
        {
            Hash = table.Column<string>(),
            ContributorId = table.Column<Guid>(),
            IssuedAt = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_ContributorLinks", row => row.Hash));
        builder.CreateIndex("IX_ContributorLinks_ContributorId", "ContributorLinks", "ContributorId");
    }

    private static void Proposals(MigrationBuilder builder)
    {
        builder.CreateTable("Proposals", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            ContributorId = table.Column<Guid>(nullable: true),
            OrganisationId = table.Column<Guid>(nullable: true),
            Title = table.Column<string>(),
            State = table.Column<string>(),
            CreatedAt = table.Column<DateTime>(),
            ChangedAt = table.Column<DateTime>(),
            SentAt = table.Column<DateTime>(nullable: true),
            DueOn = table.Column<DateOnly>(nullable: true),
            ClaimedBy = table.Column<string>(),
            Reason = table.Column<string>(),
            MergedInto = table.Column<Guid>(nullable: true),
            WarnedAt = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Proposals", row => row.Id));
        builder.CreateIndex("IX_Proposals_Region_State", "Proposals", ["Region", "State"]);
        builder.CreateIndex("IX_Proposals_ContributorId", "Proposals", "ContributorId");
        builder.CreateTable("ProposalConsents", table => new
        {
            Id = table.Column<Guid>(),
            ProposalId = table.Column<Guid>(),
            Kind = table.Column<string>(),
            Text = table.Column<string>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_ProposalConsents", row => row.Id));
        builder.CreateIndex("IX_ProposalConsents_ProposalId", "ProposalConsents", "ProposalId");
        builder.CreateTable("ProposalDecisions", table => new
        {
            Id = table.Column<Guid>(),
            ProposalId = table.Column<Guid>(),
            Version = table.Column<int>(),
            Kind = table.Column<string>(),
            Person = table.Column<string>(),
            IsAssent = table.Column<bool>(),
            Reason = table.Column<string>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_ProposalDecisions", row => row.Id));
        builder.CreateIndex("IX_ProposalDecisions_ProposalId", "ProposalDecisions", "ProposalId");
    }

    private static void Partners(MigrationBuilder builder)
    {
        builder.CreateTable("ProposalPartners", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Name = table.Column<string>(),
            Kind = table.Column<string>(),
            RuntsSection = table.Column<string>(),
            Runts = table.Column<string>(),
            FiscalCode = table.Column<string>(),
            Place = table.Column<string>(),
            Site = table.Column<string>(),
            State = table.Column<string>(),
            ItemId = table.Column<Guid>(nullable: true),
            IsTrusted = table.Column<bool>(),
            CreatedAt = table.Column<DateTime>(),
            DecidedBy = table.Column<string>(),
            Reason = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_ProposalPartners", row => row.Id));
        builder.CreateIndex("IX_ProposalPartners_Region_State", "ProposalPartners", ["Region", "State"]);
    }
}
