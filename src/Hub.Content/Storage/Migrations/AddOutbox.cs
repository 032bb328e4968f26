using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>Where mails wait until they are sent.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122050000_AddOutbox")]
public sealed class AddOutbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Outbox", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            To = table.Column<string>(),
            Subject = table.Column<string>(),
            Text = table.Column<string>(),
            StopAt = table.Column<string>(nullable: true),
            At = table.Column<DateTime>(),
            Tries = table.Column<int>(),
            NextTry = table.Column<DateTime>(),
            Error = table.Column<string>(),
            GivenUpAt = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Outbox", row => row.Id));
        migrationBuilder.CreateIndex("IX_Outbox_Region_NextTry", "Outbox", ["Region", "NextTry"]);
    }
}
