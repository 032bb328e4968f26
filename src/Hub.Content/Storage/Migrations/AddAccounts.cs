using Hub.Content.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>Sessions, invitations, passkeys, the keys that protect cookies, and what an account prefers.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128010000_AddAccounts")]
public sealed class AddAccounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("NoticePreference", "AspNetUsers", defaultValue: NoticePreferences.AtOnce);
        migrationBuilder.AddColumn<DateTime>("LastSignIn", "AspNetUsers", nullable: true);
        migrationBuilder.AddColumn<Guid>("UserId", "OneTimeLinks", nullable: true);
        migrationBuilder.AddColumn<string>("Data", "OneTimeLinks", defaultValue: "");
        migrationBuilder.CreateIndex("IX_Memberships_Region_Role", "Memberships", ["Region", "Role"]);

        migrationBuilder.CreateTable("AspNetUserPasskeys", table => new
        {
            CredentialId = table.Column<byte[]>(maxLength: 1024),
            UserId = table.Column<Guid>(),
            Data = table.Column<string>(type: migrationBuilder.IsNpgsql() ? "jsonb" : "TEXT"),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AspNetUserPasskeys", row => row.CredentialId);
            table.ForeignKey("FK_AspNetUserPasskeys_AspNetUsers_UserId", row => row.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_AspNetUserPasskeys_UserId", "AspNetUserPasskeys", "UserId");

        migrationBuilder.CreateTable("Sessions", table => new
        {
            Id = table.Column<Guid>(),
            UserId = table.Column<Guid>(),
            Started = table.Column<DateTime>(),
            Seen = table.Column<DateTime>(),
            Browser = table.Column<string>(),
            Address = table.Column<string>(),
            IsTwoStep = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_Sessions", row => row.Id));
        migrationBuilder.CreateIndex("IX_Sessions_UserId", "Sessions", "UserId");

        migrationBuilder.CreateTable("Invitations", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Email = table.Column<string>(),
            Role = table.Column<string>(),
            TokenHash = table.Column<string>(),
            InvitedBy = table.Column<string>(),
            At = table.Column<DateTime>(),
            Expires = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_Invitations", row => row.Id));
        migrationBuilder.CreateIndex("IX_Invitations_TokenHash", "Invitations", "TokenHash", unique: true);
        migrationBuilder.CreateIndex("IX_Invitations_Region_Email", "Invitations", ["Region", "Email"], unique: true);

        migrationBuilder.CreateTable("ProtectionKeys", table => new
        {
            Name = table.Column<string>(),
            Xml = table.Column<string>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_ProtectionKeys", row => row.Name));
    }
}
