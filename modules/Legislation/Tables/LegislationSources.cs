using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Legislation.Tables;

/// <summary>The sources that are asked and the inbox of what they announce.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122033000_LegislationSources")]
internal sealed class LegislationSources : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("LegislationSources", table => new
        {
            Region = table.Column<string>(),
            Source = table.Column<string>(),
            ETag = table.Column<string>(),
            LastModified = table.Column<string>(),
            NextAt = table.Column<DateTime>(),
            Failures = table.Column<int>(),
            Error = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_LegislationSources", row => new { row.Region, row.Source }));

        migrationBuilder.CreateTable("LegislationCandidates", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Key = table.Column<string>(),
            Source = table.Column<string>(),
            Title = table.Column<string>(),
            Summary = table.Column<string>(),
            Address = table.Column<string>(),
            Date = table.Column<DateOnly>(nullable: true),
            FoundAt = table.Column<DateTime>(),
            State = table.Column<string>(),
            DecidedAt = table.Column<DateTime>(nullable: true),
            DecidedBy = table.Column<string>(),
            Note = table.Column<string>(),
            ItemId = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_LegislationCandidates", row => row.Id));
        migrationBuilder.CreateIndex("IX_LegislationCandidates_Region_Key", "LegislationCandidates", ["Region", "Key"], unique: true);
    }
}
