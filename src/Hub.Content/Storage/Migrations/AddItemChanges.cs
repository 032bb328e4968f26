using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>When an item's latest version was made and by whom, in the item's own row: the lists of the back office sort and filter by it.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128013900_AddItemChanges")]
public sealed class AddItemChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("ChangedAt", "Items", defaultValue: DateTime.UnixEpoch);
        migrationBuilder.AddColumn<string>("ChangedBy", "Items", defaultValue: "");
        migrationBuilder.Sql("""
            UPDATE "Items" SET
                "ChangedAt" = (SELECT "At" FROM "Versions" WHERE "ItemId" = "Items"."Id" AND "Number" = "Items"."LatestVersion"),
                "ChangedBy" = (SELECT "Author" FROM "Versions" WHERE "ItemId" = "Items"."Id" AND "Number" = "Items"."LatestVersion")
            """);
        migrationBuilder.CreateIndex("IX_Items_Region_ChangedAt", "Items", ["Region", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_Items_Region_TitleKey", "Items", ["Region", "TitleKey"]);
        migrationBuilder.CreateIndex("IX_Items_Region_Status_ChangedAt", "Items", ["Region", "Status", "ChangedAt"]);
    }
}
