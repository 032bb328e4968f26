using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.SiteSearch.Editors;

/// <summary>The first tables of the search.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122030000_SearchFirst")]
internal sealed class SearchFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SearchQueries", table => new
        {
            Region = table.Column<string>(),
            Day = table.Column<DateOnly>(),
            Query = table.Column<string>(),
            Times = table.Column<int>(),
            Found = table.Column<int>(),
            Clicks = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_SearchQueries", row => new { row.Region, row.Day, row.Query }));
        migrationBuilder.CreateTable("SearchGaps", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Query = table.Column<string>(),
            Note = table.Column<string>(),
            At = table.Column<DateTime>(),
            IsDone = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_SearchGaps", row => row.Id));
        migrationBuilder.CreateIndex("IX_SearchGaps_Region_At", "SearchGaps", ["Region", "At"]);
    }
}
