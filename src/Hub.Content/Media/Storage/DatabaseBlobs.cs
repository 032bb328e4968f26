using System.Runtime.CompilerServices;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Media.Storage;

/// <summary>Content as rows of a quarter of a megabyte, for nodes that share nothing but the database.</summary>
internal sealed class DatabaseBlobs(IServiceScopeFactory scopes, TimeProvider clock) : IBlobStore
{
    public const int ChunkLength = 256 * 1024;

    public async Task<string> Put(Stream content, CancellationToken cancel = default)
    {
        var hash = await ContentHash.Of(content, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.BeginWriting(cancel);
        if (await Touch(db, hash, cancel) == 0)
        {
            try
            {
                await Insert(db, hash, content, cancel);
            }
            catch (DbUpdateException e) when (StorageException.IsDuplicate(e))
            {
                return hash; // another node stored the same at the same time
            }
        }

        await transaction.CommitAsync(cancel);
        return hash;
    }

    public async Task<Stream?> Open(string hash, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var size = await scope.ServiceProvider.GetRequiredService<HubDb>().Set<MediaBlobRow>().Where(row => row.Hash == hash).Select(row => (long?)row.Size).SingleOrDefaultAsync(cancel);
        return size is { } length ? new ChunkStream(scopes, hash, length) : null;
    }

    public async IAsyncEnumerable<string> Stale(DateTime before, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hashes = await scope.ServiceProvider.GetRequiredService<HubDb>().Set<MediaBlobRow>().AsNoTracking()
            .Where(row => row.At < before).Select(row => row.Hash).ToListAsync(cancel);
        foreach (var hash in hashes)
            yield return hash;
    }

    public async Task Delete(string hash, DateTime before, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        await using var transaction = await db.BeginWriting(cancel);
        if (await db.Set<MediaBlobRow>().Where(row => row.Hash == hash && row.At < before).ExecuteDeleteAsync(cancel) > 0)
            await db.Set<MediaChunkRow>().Where(row => row.Hash == hash).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private Task<int> Touch(HubDb db, string hash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<MediaBlobRow>().Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(r => r.At, now), cancel);
    }

    private async Task Insert(HubDb db, string hash, Stream content, CancellationToken cancel)
    {
        db.Add(new MediaBlobRow { Hash = hash, Size = content.Length, At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        content.Position = 0;
        var buffer = new byte[ChunkLength];
        for (var number = 0; await content.ReadAtLeastAsync(buffer, ChunkLength, throwOnEndOfStream: false, cancel) is > 0 and var read; number++)
        {
            db.Add(new MediaChunkRow { Hash = hash, Number = number, Bytes = read == ChunkLength ? buffer : buffer[..read] });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
