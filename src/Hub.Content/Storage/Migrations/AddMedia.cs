using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Content.Storage.Migrations;

/// <summary>The media library: files with their versions, folders, sizes and uses, and content kept in the database.</summary>
[DbContext(typeof(HubDb))]
[Migration("20261128014000_AddMedia")]
public sealed class AddMedia : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("MediaFiles", table => new
        {
            Id = table.Column<string>(),
            Region = table.Column<string>(),
            Folder = table.Column<string>(),
            Name = table.Column<string>(),
            Format = table.Column<string>(),
            IsImage = table.Column<bool>(),
            Alt = table.Column<string>(),
            IsDecorative = table.Column<bool>(),
            Description = table.Column<string>(),
            Credit = table.Column<string>(),
            Licence = table.Column<string>(),
            Language = table.Column<string>(),
            Accessibility = table.Column<string>(),
            FocusX = table.Column<int>(),
            FocusY = table.Column<int>(),
            IsRestricted = table.Column<bool>(),
            Words = table.Column<string>(),
            Version = table.Column<int>(),
            Hash = table.Column<string>(),
            Size = table.Column<long>(),
            Width = table.Column<int>(),
            Height = table.Column<int>(),
            ChangedAt = table.Column<DateTime>(),
            DeletedAt = table.Column<DateTime>(nullable: true),
            Stamp = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_MediaFiles", row => row.Id));
        migrationBuilder.CreateIndex("IX_MediaFiles_Region_DeletedAt_ChangedAt_Id_IsImage", "MediaFiles", ["Region", "DeletedAt", "ChangedAt", "Id", "IsImage"]);
        migrationBuilder.CreateIndex("IX_MediaFiles_Region_Folder", "MediaFiles", ["Region", "Folder"]);
        migrationBuilder.CreateIndex("IX_MediaFiles_Hash", "MediaFiles", "Hash");

        migrationBuilder.CreateTable("MediaVersions", table => new
        {
            FileId = table.Column<string>(),
            Number = table.Column<int>(),
            Hash = table.Column<string>(),
            Original = table.Column<string>(),
            Size = table.Column<long>(),
            StoredSize = table.Column<long>(),
            Width = table.Column<int>(),
            Height = table.Column<int>(),
            UploadName = table.Column<string>(),
            Author = table.Column<string>(),
            At = table.Column<DateTime>(),
            Note = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_MediaVersions", row => new { row.FileId, row.Number }));
        migrationBuilder.CreateIndex("IX_MediaVersions_Hash", "MediaVersions", "Hash");
        migrationBuilder.CreateIndex("IX_MediaVersions_Original", "MediaVersions", "Original");

        migrationBuilder.CreateTable("MediaFolders", table => new
        {
            Region = table.Column<string>(),
            Path = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_MediaFolders", row => new { row.Region, row.Path }));

        migrationBuilder.CreateTable("MediaSizes", table => new
        {
            Hash = table.Column<string>(),
            Width = table.Column<int>(),
            Format = table.Column<string>(),
            Height = table.Column<int>(),
            Size = table.Column<long>(),
            Blob = table.Column<string>(),
        }, constraints: table => table.PrimaryKey("PK_MediaSizes", row => new { row.Hash, row.Width, row.Format }));
        migrationBuilder.CreateIndex("IX_MediaSizes_Blob", "MediaSizes", "Blob");

        migrationBuilder.CreateTable("MediaUses", table => new
        {
            ItemId = table.Column<Guid>(),
            FileId = table.Column<string>(),
            IsLive = table.Column<bool>(),
        }, constraints: table => table.PrimaryKey("PK_MediaUses", row => new { row.ItemId, row.FileId }));
        migrationBuilder.CreateIndex("IX_MediaUses_FileId", "MediaUses", "FileId");

        migrationBuilder.CreateTable("MediaBlobs", table => new
        {
            Hash = table.Column<string>(),
            Size = table.Column<long>(),
            At = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_MediaBlobs", row => row.Hash));
        migrationBuilder.CreateIndex("IX_MediaBlobs_At", "MediaBlobs", "At");

        migrationBuilder.CreateTable("MediaChunks", table => new
        {
            Hash = table.Column<string>(),
            Number = table.Column<int>(),
            Bytes = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_MediaChunks", row => new { row.Hash, row.Number }));
    }
}
