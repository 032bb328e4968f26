using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.OpenData.Storage;

/// <summary>The first tables of the module.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128060100_OpenDataFirst")]
internal sealed class OpenDataFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("OpenDataImports", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Type = table.Column<string>(),
            Person = table.Column<string>(),
            Permissions = table.Column<string>(),
            FileName = table.Column<string>(),
            Content = table.Column<byte[]>(),
            Status = table.Column<string>(),
            At = table.Column<DateTime>(),
            Total = table.Column<int>(),
            IsTrial = table.Column<bool>(),
            Done = table.Column<int>(),
            Created = table.Column<int>(),
            Changed = table.Column<int>(),
            Unchanged = table.Column<int>(),
            Refused = table.Column<int>(),
            Problems = table.Column<string>(),
            Failure = table.Column<string>(),
            HeldUntil = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_OpenDataImports", row => row.Id));
        migrationBuilder.CreateIndex("IX_OpenDataImports_Region_At", "OpenDataImports", ["Region", "At"]);
        migrationBuilder.CreateTable("OpenDataVisits", table => new
        {
            Region = table.Column<string>(),
            Day = table.Column<DateOnly>(),
            Pages = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_OpenDataVisits", row => new { row.Region, row.Day }));
    }
}
