using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>What the editors' desk keeps: text not saved yet, remarks, notices, named filters, notes for readers.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261122080000_AddEditing")]
public sealed class AddEditing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsNotePublic", "Versions", defaultValue: false);

        migrationBuilder.CreateTable("Unsaved", table => new
        {
            ItemId = table.Column<Guid>(),
            Person = table.Column<string>(),
            Region = table.Column<string>(),
            Type = table.Column<string>(),
            Form = table.Column<string>(nullable: true),
            Stamp = table.Column<int>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_Unsaved", row => new { row.ItemId, row.Person }));
        migrationBuilder.CreateIndex("IX_Unsaved_Region_At", "Unsaved", ["Region", "At"]);

        migrationBuilder.CreateTable("SavedFilters", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Person = table.Column<string>(),
            Name = table.Column<string>(),
            Query = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_SavedFilters", row => row.Id));
        migrationBuilder.CreateIndex("IX_SavedFilters_Region_Person", "SavedFilters", ["Region", "Person"]);

        migrationBuilder.CreateTable("Remarks", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            ItemId = table.Column<Guid>(),
            Field = table.Column<string>(),
            Author = table.Column<string>(),
            At = table.Column<DateTime>(),
            Text = table.Column<string>(),
            SettledBy = table.Column<string>(nullable: true),
            SettledAt = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Remarks", row => row.Id));
        migrationBuilder.CreateIndex("IX_Remarks_ItemId", "Remarks", "ItemId");

        migrationBuilder.CreateTable("Notices", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            UserId = table.Column<Guid>(),
            Key = table.Column<string>(),
            Kind = table.Column<string>(),
            ItemId = table.Column<Guid>(nullable: true),
            Title = table.Column<string>(),
            Detail = table.Column<string>(),
            At = table.Column<DateTime>(),
            SeenAt = table.Column<DateTime>(nullable: true),
            MailedAt = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Notices", row => row.Id));
        migrationBuilder.CreateIndex("IX_Notices_UserId_Key", "Notices", ["UserId", "Key"], unique: true);
        migrationBuilder.CreateIndex("IX_Notices_Region_MailedAt", "Notices", ["Region", "MailedAt"]);
    }
}
