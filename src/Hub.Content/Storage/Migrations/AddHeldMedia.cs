using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>Files that wait for the item that they belong to.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128073000_AddHeldMedia")]
public sealed class AddHeldMedia : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("HeldFor", "MediaFiles", nullable: true);
        migrationBuilder.CreateIndex("IX_MediaFiles_HeldFor", "MediaFiles", "HeldFor");
    }
}
