using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Links.Finding;

/// <summary>The tables of links.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128014000_LinksFirst")]
internal sealed class LinksFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Links", table => new
        {
            Region = table.Column<string>(),
            Address = table.Column<string>(),
            State = table.Column<int>(),
            Detail = table.Column<string>(),
            Since = table.Column<DateTime>(nullable: true),
            Failures = table.Column<int>(),
            CheckedAt = table.Column<DateTime>(nullable: true),
            NextAt = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_Links", row => new { row.Region, row.Address }));
        migrationBuilder.CreateIndex("IX_Links_Region_State", "Links", ["Region", "State"]);
        migrationBuilder.CreateIndex("IX_Links_Region_NextAt", "Links", ["Region", "NextAt"]);

        migrationBuilder.CreateTable("LinkUses", table => new
        {
            Region = table.Column<string>(),
            Address = table.Column<string>(),
            ItemId = table.Column<Guid>(),
        }, constraints: table => table.PrimaryKey("PK_LinkUses", row => new { row.Region, row.Address, row.ItemId }));
    }
}
