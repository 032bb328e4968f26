using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Tests.Support;

/// <summary>A table such as a module may add.</summary>
internal sealed class LedgerTables : IModuleTables
{
    public void Describe(ModelBuilder model) => model.Entity<LedgerRow>(ledger =>
    {
        ledger.ToTable("Ledger");
        ledger.HasIndex(row => new { row.Region, row.At });
    });
}

internal sealed class LedgerRow
{
    public Guid Id { get; init; }

    public required string Region { get; init; }

    public DateTime At { get; init; }

    public decimal? Amount { get; init; }
}

[DbContext(typeof(HubDb))]
[Migration("20261122000000_LedgerFirst")]
internal sealed class LedgerFirst : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Ledger", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            At = table.Column<DateTime>(),
            Amount = table.Column<decimal>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Ledger", row => row.Id));
        migrationBuilder.CreateIndex("IX_Ledger_Region_At", "Ledger", ["Region", "At"]);
    }
}
