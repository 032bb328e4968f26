using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>Binds the entries of the audit trail to each other. Those that are there already stay outside the chain.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128013000_AddAuditChain")]
public sealed class AddAuditChain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("Sequence", "Audit", nullable: true);
        foreach (var column in new[] { "From", "Salt", "Person", "Previous", "Hash" })
            migrationBuilder.AddColumn<string>(column, "Audit", defaultValue: "");
        migrationBuilder.CreateIndex("IX_Audit_Region_Sequence", "Audit", ["Region", "Sequence"], unique: true);
    }
}
