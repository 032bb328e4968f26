using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Hub.Content.Storage.Migrations;

/// <summary>The first tables. Written for both providers: no column names a provider's type.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261121000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Regions(migrationBuilder);
        Content(migrationBuilder);
        Journal(migrationBuilder);
        People(migrationBuilder);
    }

    private static void Regions(MigrationBuilder builder)
    {
        builder.CreateTable("Regions", table => new
        {
            Id = table.Column<string>(),
            Position = table.Column<int>(),
            Definition = table.Column<string>(),
            Version = table.Column<int>(),
            LastChange = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_Regions", row => row.Id));

        builder.CreateTable("Vocabularies", table => new
        {
            Region = table.Column<string>(),
            Taxonomy = table.Column<string>(),
            Source = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Vocabularies", row => new { row.Region, row.Taxonomy }));
    }

    private static void Content(MigrationBuilder builder)
    {
        var bytes = builder.IsNpgsql() ? "C" : null; // SQLite compares bytes anyway
        builder.CreateTable("Items", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Type = table.Column<string>(),
            Section = table.Column<string>(),
            Slug = table.Column<string>(),
            Title = table.Column<string>(),
            TitleKey = table.Column<string>(collation: bytes),
            Summary = table.Column<string>(),
            Status = table.Column<string>(),
            LatestVersion = table.Column<int>(),
            LiveVersion = table.Column<int>(nullable: true),
            Language = table.Column<string>(),
            TranslationSet = table.Column<Guid>(),
            Overrides = table.Column<Guid>(nullable: true),
            IsHidden = table.Column<bool>(),
            Published = table.Column<DateOnly>(nullable: true),
            Updated = table.Column<DateOnly>(),
            Review = table.Column<DateOnly>(nullable: true),
            PublishAt = table.Column<DateTime>(nullable: true),
            WithdrawAt = table.Column<DateTime>(nullable: true),
            Stamp = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_Items", row => row.Id));
        builder.CreateIndex("IX_Items_Region_Section_Slug", "Items", ["Region", "Section", "Slug"], unique: true);
        builder.CreateIndex("IX_Items_Region_Type_LiveVersion", "Items", ["Region", "Type", "LiveVersion"]);
        builder.CreateIndex("IX_Items_Overrides", "Items", "Overrides");

        builder.CreateTable("Versions", table => new
        {
            ItemId = table.Column<Guid>(),
            Number = table.Column<int>(),
            Data = table.Column<string>(),
            Author = table.Column<string>(),
            At = table.Column<DateTime>(),
            Note = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Versions", row => new { row.ItemId, row.Number }));

        builder.CreateTable("Values", table => new
        {
            Id = Generated(table.Column<long>()),
            ItemId = table.Column<Guid>(),
            Field = table.Column<string>(),
            Text = table.Column<string>(),
            TextKey = table.Column<string>(collation: bytes),
            Number = table.Column<double>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Values", row => row.Id));
        builder.CreateIndex("IX_Values_ItemId_Field", "Values", ["ItemId", "Field"]);
        builder.CreateIndex("IX_Values_Field_Text_ItemId", "Values", ["Field", "Text", "ItemId"]);

        builder.CreateTable("Words", table => new
        {
            ItemId = table.Column<Guid>(),
            Text = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Words", row => row.ItemId));

        builder.CreateTable("Addresses", table => new
        {
            Region = table.Column<string>(),
            Section = table.Column<string>(),
            Slug = table.Column<string>(),
            ItemId = table.Column<Guid>(),
        }, constraints: table => table.PrimaryKey("PK_Addresses", row => new { row.Region, row.Section, row.Slug }));
        builder.CreateIndex("IX_Addresses_ItemId", "Addresses", "ItemId");
    }

    private static void Journal(MigrationBuilder builder)
    {
        builder.CreateTable("Changes", table => new
        {
            Region = table.Column<string>(),
            Sequence = table.Column<long>(),
            Kind = table.Column<string>(),
            Type = table.Column<string>(),
            ItemId = table.Column<Guid>(nullable: true),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_Changes", row => new { row.Region, row.Sequence }));

        builder.CreateTable("Audit", table => new
        {
            Id = Generated(table.Column<long>()),
            At = table.Column<DateTime>(),
            Region = table.Column<string>(),
            Actor = table.Column<string>(),
            Action = table.Column<string>(),
            Target = table.Column<string>(),
            Detail = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Audit", row => row.Id));
        builder.CreateIndex("IX_Audit_Region_At", "Audit", ["Region", "At"]);

        builder.CreateTable("Feedback", table => new
        {
            Id = table.Column<Guid>(),
            Region = table.Column<string>(),
            Path = table.Column<string>(),
            Stars = table.Column<int>(),
            Answer = table.Column<string>(),
            Comment = table.Column<string>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_Feedback", row => row.Id));
        builder.CreateIndex("IX_Feedback_Region_Path", "Feedback", ["Region", "Path"]);

        builder.CreateTable("Tasks", table => new
        {
            Region = table.Column<string>(),
            Task = table.Column<string>(),
            Due = table.Column<DateTime>(),
            HeldUntil = table.Column<DateTime>(),
            IsRunning = table.Column<bool>(),
            Error = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Tasks", row => new { row.Region, row.Task }));
    }

    private static void People(MigrationBuilder builder)
    {
        builder.CreateTable("AspNetUsers", table => new
        {
            Id = table.Column<Guid>(),
            UserName = table.Column<string>(maxLength: 256, nullable: true),
            NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
            Email = table.Column<string>(maxLength: 256, nullable: true),
            NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
            EmailConfirmed = table.Column<bool>(),
            PasswordHash = table.Column<string>(nullable: true),
            SecurityStamp = table.Column<string>(nullable: true),
            ConcurrencyStamp = table.Column<string>(nullable: true),
            PhoneNumber = table.Column<string>(nullable: true),
            PhoneNumberConfirmed = table.Column<bool>(),
            TwoFactorEnabled = table.Column<bool>(),
            LockoutEnd = table.Column<DateTimeOffset>(nullable: true),
            LockoutEnabled = table.Column<bool>(),
            AccessFailedCount = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_AspNetUsers", row => row.Id));
        builder.CreateIndex("UserNameIndex", "AspNetUsers", "NormalizedUserName", unique: true);
        builder.CreateIndex("EmailIndex", "AspNetUsers", "NormalizedEmail");

        builder.CreateTable("AspNetUserClaims", table => new
        {
            Id = Generated(table.Column<int>()),
            UserId = table.Column<Guid>(),
            ClaimType = table.Column<string>(nullable: true),
            ClaimValue = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AspNetUserClaims", row => row.Id);
            table.ForeignKey("FK_AspNetUserClaims_AspNetUsers_UserId", row => row.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
        builder.CreateIndex("IX_AspNetUserClaims_UserId", "AspNetUserClaims", "UserId");

        builder.CreateTable("AspNetUserLogins", table => new
        {
            LoginProvider = table.Column<string>(),
            ProviderKey = table.Column<string>(),
            ProviderDisplayName = table.Column<string>(nullable: true),
            UserId = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AspNetUserLogins", row => new { row.LoginProvider, row.ProviderKey });
            table.ForeignKey("FK_AspNetUserLogins_AspNetUsers_UserId", row => row.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });
        builder.CreateIndex("IX_AspNetUserLogins_UserId", "AspNetUserLogins", "UserId");

        builder.CreateTable("AspNetUserTokens", table => new
        {
            UserId = table.Column<Guid>(),
            LoginProvider = table.Column<string>(),
            Name = table.Column<string>(),
            Value = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AspNetUserTokens", row => new { row.UserId, row.LoginProvider, row.Name });
            table.ForeignKey("FK_AspNetUserTokens_AspNetUsers_UserId", row => row.UserId, "AspNetUsers", "Id", onDelete: ReferentialAction.Cascade);
        });

        builder.CreateTable("Memberships", table => new
        {
            UserId = table.Column<Guid>(),
            Region = table.Column<string>(),
            Role = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_Memberships", row => new { row.UserId, row.Region, row.Role }));

        builder.CreateTable("OneTimeLinks", table => new
        {
            TokenHash = table.Column<string>(),
            Purpose = table.Column<string>(),
            Expires = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_OneTimeLinks", row => row.TokenHash));
    }

    /// <summary>A number that the database gives, said to each provider in its own words.</summary>
    private static Microsoft.EntityFrameworkCore.Migrations.Operations.Builders.OperationBuilder<Microsoft.EntityFrameworkCore.Migrations.Operations.AddColumnOperation> Generated(
        Microsoft.EntityFrameworkCore.Migrations.Operations.Builders.OperationBuilder<Microsoft.EntityFrameworkCore.Migrations.Operations.AddColumnOperation> column) =>
        column
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
