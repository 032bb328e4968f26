using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;
using Hub.Content;
using Hub.Content.Files;
using Hub.Content.Storage;
using Hub.Content.Tables;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using FileFormatException = Hub.Content.Files.FileFormatException;

namespace Hub.OpenData.Imports;

/// <summary>
/// Keeps the tables that people bring and works through them, some rows at a time: what is done is stored with each step,
/// so that whoever comes next goes on from there. For one scope.
/// </summary>
public sealed class ImportRuns(HubDb db, TableImporter importer, ContentTypes types, TimeProvider clock)
{
    private const int MostProblems = 3000;
    private const int Shown = 20;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps a table for its trial.</summary>
    /// <exception cref="FileFormatException">It can't be a table of the type; says so in Italian.</exception>
    public async Task<ImportRow> Begin(Region region, TypeDefinition type, string fileName, byte[] bytes, Status status, Actor actor, CancellationToken cancel)
    {
        var total = TableImporter.Check(CsvFile.Read(bytes), type);
        var row = new ImportRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = region.Id, Type = type.Id, Person = actor.Name, Permissions = actor.Permissions is null ? "" : string.Join(' ', actor.Permissions.Order(StringComparer.Ordinal)),
            FileName = fileName, Content = Compressed(bytes), Status = status.Code(), At = Now, Total = total, IsTrial = true, Problems = "[]", Failure = "", HeldUntil = DateTime.UnixEpoch,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    public Task<ImportRow?> Find(Region region, Guid id, CancellationToken cancel) =>
        db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == region.Id, cancel);

    /// <summary>The latest ones, without their contents.</summary>
    public async Task<IReadOnlyList<ImportRow>> Latest(Region region, CancellationToken cancel) =>
        await db.Set<ImportRow>().AsNoTracking().Where(row => row.Region == region.Id).OrderByDescending(row => row.At).Take(Shown)
            .Select(row => new ImportRow
            {
                Id = row.Id, Region = row.Region, Type = row.Type, Person = row.Person, Permissions = "", FileName = row.FileName, Content = Array.Empty<byte>(), Status = row.Status, At = row.At, Total = row.Total,
                IsTrial = row.IsTrial, Done = row.Done, Created = row.Created, Changed = row.Changed, Unchanged = row.Unchanged, Refused = row.Refused, Problems = "[]", Failure = row.Failure,
            }).ToListAsync(cancel);

    /// <summary>From the trial to the import itself, once the trial is through.</summary>
    /// <returns>Whether it began.</returns>
    public async Task<bool> Confirm(Region region, Guid id, CancellationToken cancel) =>
        await db.Set<ImportRow>().Where(row => row.Id == id && row.Region == region.Id && row.IsTrial && row.Done == row.Total && row.Failure == "").ExecuteUpdateAsync(
            row => row.SetProperty(r => r.IsTrial, false).SetProperty(r => r.Done, 0).SetProperty(r => r.Created, 0).SetProperty(r => r.Changed, 0)
                .SetProperty(r => r.Unchanged, 0).SetProperty(r => r.Refused, 0).SetProperty(r => r.Problems, "[]"), cancel) > 0;

    /// <summary>Goes on with what was not finished, unless another process is at it.</summary>
    /// <param name="patience">Stops after the step that exceeds it.</param>
    public async Task Work(Region region, Guid id, TimeSpan patience, CancellationToken cancel)
    {
        var until = Now + Held;
        if (await db.Set<ImportRow>().Where(row => row.Id == id && row.Region == region.Id && row.HeldUntil < Now && row.Done < row.Total && row.Failure == "")
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.HeldUntil, until), cancel) == 0)
            return;
        db.ChangeTracker.Clear();
        var import = await db.Set<ImportRow>().SingleAsync(row => row.Id == id, cancel);
        try
        {
            await Work(region, import, clock.GetTimestamp(), patience, cancel);
        }
        catch (FileFormatException e)
        {
            import.Failure = e.Message;
        }
        finally
        {
            import.HeldUntil = DateTime.UnixEpoch;
            if (!import.IsTrial && import.Done == import.Total)
                import.Content = [];
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    /// <summary>What waits to be gone on with in a region.</summary>
    public async Task<IReadOnlyList<Guid>> Unfinished(Region region, CancellationToken cancel) =>
        await db.Set<ImportRow>().Where(row => row.Region == region.Id && row.Done < row.Total && row.Failure == "").OrderBy(row => row.At).Select(row => row.Id).ToListAsync(cancel);

    /// <summary>Deletes what nobody needs any more.</summary>
    public Task<int> Forget(Region region, CancellationToken cancel) =>
        db.Set<ImportRow>().Where(row => row.Region == region.Id && row.At < Now - Kept).ExecuteDeleteAsync(cancel);

    /// <summary>What was refused, in the order of the file.</summary>
    public static IReadOnlyList<RowOutcome> ProblemsOf(ImportRow import) => JsonSerializer.Deserialize<List<RowOutcome>>(import.Problems, ContentJson.Options) ?? [];

    private async Task Work(Region region, ImportRow import, long since, TimeSpan patience, CancellationToken cancel)
    {
        if (types.Find(import.Type) is not { } type)
        {
            import.Failure = Texts.In["Import.TypeGone"];
            return;
        }

        var actor = new Actor(import.Person, import.Permissions.Length == 0 ? null : import.Permissions.Split(' ').ToFrozenSet(StringComparer.Ordinal));
        var asked = new TableImport(Statuses.Parse(import.Status) ?? Status.Draft, import.IsTrial, import.Done);
        var problems = ProblemsOf(import).ToList();
        await foreach (var step in importer.Run(region, type, CsvFile.Read(Expanded(import.Content)), asked, actor, cancel))
        {
            import.Done += step.Count;
            import.Created += step.Count(row => row.Result == RowResult.Created);
            import.Changed += step.Count(row => row.Result == RowResult.Changed);
            import.Unchanged += step.Count(row => row.Result == RowResult.Unchanged);
            import.Refused += step.Count(row => row.Result == RowResult.Refused);
            problems.AddRange(step.Where(row => row.Result == RowResult.Refused).Take(MostProblems - problems.Count));
            import.Problems = JsonSerializer.Serialize(problems, ContentJson.Options);
            import.HeldUntil = Now + Held;
            await db.SaveChangesAsync(cancel);
            if (clock.GetElapsedTime(since) > patience)
                return;
        }
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Expanded(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>Goes on with imports that nobody waits for, or that were interrupted.</summary>
internal sealed class GoOnImporting(ImportRuns imports) : IBackgroundTask
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "opendata.import";

    public string Schedule => "* * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        await imports.Forget(region, cancel);
        foreach (var id in await imports.Unfinished(region, cancel))
            await imports.Work(region, id, Patience, cancel);
    }
}
