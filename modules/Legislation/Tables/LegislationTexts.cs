using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Legislation.Tables;

/// <summary>The texts of articles over time.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122031000_LegislationTexts")]
internal sealed class LegislationTexts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("LegislationTexts", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Act = table.Column<string>(),
            Article = table.Column<string>(),
            Place = table.Column<int>(),
            Heading = table.Column<string>(),
            Text = table.Column<string>(),
            From = table.Column<DateOnly>(),
            Until = table.Column<DateOnly>(nullable: true),
            Source = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_LegislationTexts", row => row.Id));
        migrationBuilder.CreateIndex("IX_LegislationTexts_Region_Act_Article_From", "LegislationTexts", ["Region", "Act", "Article", "From"], unique: true);
    }
}
