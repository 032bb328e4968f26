using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Legislation.Tables;

/// <summary>The graph of citations and the checks that updates ask for.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122020000_LegislationFirst")]
internal sealed class LegislationFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("LegislationCitations", table => new
        {
            ItemId = table.Column<Guid>(),
            Act = table.Column<string>(),
            Article = table.Column<string>(),
            Region = table.Column<string>(),
            Words = table.Column<string>(),
            Times = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_LegislationCitations", row => new { row.ItemId, row.Act, row.Article }));
        migrationBuilder.CreateIndex("IX_LegislationCitations_Act_Article", "LegislationCitations", ["Act", "Article"]);

        migrationBuilder.CreateTable("LegislationRead", table => new
        {
            ItemId = table.Column<Guid>(),
            Version = table.Column<int>(),
            Reader = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_LegislationRead", row => row.ItemId));

        migrationBuilder.CreateTable("LegislationRechecks", table => new
        {
            Id = table.Column<Guid>(),
            ItemId = table.Column<Guid>(),
            Region = table.Column<string>(),
            Version = table.Column<int>(),
            UpdateId = table.Column<Guid>(),
            Reason = table.Column<string>(),
            OpenedAt = table.Column<DateTime>(),
            ClosedAt = table.Column<DateTime>(nullable: true),
            Outcome = table.Column<string>(),
            ClosedBy = table.Column<string>(),
            Note = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_LegislationRechecks", row => row.Id));
        migrationBuilder.CreateIndex("IX_LegislationRechecks_ItemId_UpdateId", "LegislationRechecks", ["ItemId", "UpdateId"], unique: true);
        migrationBuilder.CreateIndex("IX_LegislationRechecks_Region_ClosedAt", "LegislationRechecks", ["Region", "ClosedAt"]);
    }
}
