using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Alerts.Following;

/// <summary>The table of subscriptions.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122051000_AlertsFirst")]
internal sealed class AlertsFirst : Migration
{
    private const string Table = "AlertSubscriptions";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(Table, table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Email = table.Column<string>(),
            Source = table.Column<string>(),
            Key = table.Column<string>(),
            Frequency = table.Column<string>(),
            CreatedAt = table.Column<DateTime>(),
            ConfirmedAt = table.Column<DateTime>(nullable: true),
            ConfirmHash = table.Column<string>(),
            StopKey = table.Column<string>(),
            ReaderKey = table.Column<string>(),
            Seen = table.Column<DateTime>(),
            Due = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_AlertSubscriptions", row => row.Id));
        migrationBuilder.CreateIndex("IX_AlertSubscriptions_Region_Due", Table, ["Region", "Due"]);
        migrationBuilder.CreateIndex("IX_AlertSubscriptions_Email", Table, "Email");
        migrationBuilder.CreateIndex("IX_AlertSubscriptions_ConfirmHash", Table, "ConfirmHash", unique: true);
        migrationBuilder.CreateIndex("IX_AlertSubscriptions_StopKey", Table, "StopKey", unique: true);
        migrationBuilder.CreateIndex("IX_AlertSubscriptions_ReaderKey", Table, "ReaderKey");
    }
}
