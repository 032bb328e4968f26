using Hub.Content.Media;
using Hub.Content.Storage;

namespace Hub.Benchmarks.Media;

/// <summary>Rows of a large library, without content.</summary>
internal static class ManyFiles
{
    private const int Batch = 5000;
    private const int Uses = 200;

    public static async Task Fill(HubDb db, int count, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var from = 0; from < count; from += Batch)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            for (var i = from; i < Math.Min(from + Batch, count); i++)
                Add(db, i);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }

        foreach (var item in db.Items.OrderBy(row => row.Id).Select(row => row.Id).Take(Uses).ToList())
            db.Add(new MediaUseRow { FileId = "molto-usato", ItemId = item, IsLive = true });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Text of so many bytes on disk, gone when it is closed.</summary>
    public static FileStream Large(int length)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var line = "Un tavolo di lavoro, una riga dopo l'altra.\n"u8.ToArray();
        for (var written = 0; written < length; written += line.Length)
            file.Write(line);
        file.Flush();
        return file;
    }

    private static void Add(HubDb db, int i)
    {
        var isImage = i % 3 > 0;
        db.Add(new MediaFileRow
        {
            Id = i == 0 ? "molto-usato" : $"file-{i:000000}", Region = "toscana", Folder = i % 4 == 0 ? "" : $"Cartella {i % 40}", Name = isImage ? $"foto-{i}.jpg" : $"avviso-{i}.pdf",
            Format = isImage ? "jpg" : "pdf", IsImage = isImage, Alt = $"Avviso pubblico numero {i}", Description = "", Credit = "", Licence = "CC-BY-4.0", Language = "it",
            Accessibility = "da-verificare", Words = $"avviso pubblico numero {i} {(i == 31_337 ? "unico" : "")}", Version = 1, Hash = $"{i:x64}", Size = 1000 + i,
            ChangedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i), Stamp = 1,
        });
        db.Add(new MediaVersionRow
        {
            FileId = i == 0 ? "molto-usato" : $"file-{i:000000}", Number = 1, Hash = $"{i:x64}", Original = $"{i:x64}", Size = 1000 + i, StoredSize = 1000 + i,
            UploadName = "", Author = "benchmark", At = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Note = "",
        });
        if (isImage)
            db.Add(new MediaSizeRow { Hash = $"{i:x64}", Width = 320, Height = 200, Format = "webp", Size = 100, Blob = $"{i:x64}" });
    }
}
