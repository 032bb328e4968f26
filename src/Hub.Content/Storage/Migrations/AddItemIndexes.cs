using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>
/// Finds at once what a region shows in place of a national item, and what one person made. Without the region in the index SQLite
/// looked through all items of the region for every national one.
/// </summary>
[DbContext(typeof(HubDb))]
[Migration("20261128072500_AddItemIndexes")]
public sealed class AddItemIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Items_Overrides", "Items");
        migrationBuilder.CreateIndex("IX_Items_Overrides_Region", "Items", ["Overrides", "Region"]);
        migrationBuilder.CreateIndex("IX_Items_Region_ChangedBy_ChangedAt", "Items", ["Region", "ChangedBy", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_Items_Region_Review", "Items", ["Region", "Review"]);
    }
}
