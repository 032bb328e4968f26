using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Practices;

/// <summary>Assessments, certificates and transfers.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128020000_PracticesFirst")]
internal sealed class PracticesFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("PracticeAssessments", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            ItemId = table.Column<Guid>(),
            Axis = table.Column<string>(),
            Level = table.Column<int>(),
            Reviewer = table.Column<string>(),
            Day = table.Column<DateOnly>(),
            Note = table.Column<string>(),
            By = table.Column<string>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_PracticeAssessments", row => row.Id));
        migrationBuilder.CreateIndex("IX_PracticeAssessments_ItemId", "PracticeAssessments", "ItemId");
        migrationBuilder.CreateTable("PracticeCertificates", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            ItemId = table.Column<Guid>(),
            Day = table.Column<DateOnly>(),
            Until = table.Column<DateOnly>(),
            Reviewer = table.Column<string>(),
            Note = table.Column<string>(),
            By = table.Column<string>(),
            At = table.Column<DateTime>(),
            WithdrawnOn = table.Column<DateOnly>(nullable: true),
            Reason = table.Column<string>(),
            WithdrawnBy = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_PracticeCertificates", row => row.Id));
        migrationBuilder.CreateIndex("IX_PracticeCertificates_ItemId", "PracticeCertificates", "ItemId");
        migrationBuilder.CreateIndex("IX_PracticeCertificates_Region_Until", "PracticeCertificates", ["Region", "Until"]);
        migrationBuilder.CreateTable("PracticeTransfers", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            ItemId = table.Column<Guid>(),
            At = table.Column<DateTime>(),
            State = table.Column<string>(),
            Organisation = table.Column<string>(),
            Place = table.Column<string>(),
            When = table.Column<string>(),
            Changed = table.Column<string>(),
            Happened = table.Column<string>(),
            ContactName = table.Column<string>(),
            ContactEmail = table.Column<string>(),
            ConsentOn = table.Column<DateOnly>(nullable: true),
            DecidedBy = table.Column<string>(),
            DecidedAt = table.Column<DateTime>(nullable: true),
            Reason = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_PracticeTransfers", row => row.Id));
        migrationBuilder.CreateIndex("IX_PracticeTransfers_ItemId", "PracticeTransfers", "ItemId");
        migrationBuilder.CreateIndex("IX_PracticeTransfers_Region_State", "PracticeTransfers", ["Region", "State"]);
    }
}
