using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Media.Storage;

/// <summary>Content in the database, read piece by piece from any place; holds one piece and no connection.</summary>
internal sealed class ChunkStream(IServiceScopeFactory scopes, string hash, long length) : Stream
{
    private byte[] chunk = [];
    private int number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
            return 0;
        var wanted = (int)(Position / DatabaseBlobs.ChunkLength);
        if (wanted != number)
            (chunk, number) = (await Load(wanted, cancellationToken), wanted);
        var at = (int)(Position % DatabaseBlobs.ChunkLength);
        if (at >= chunk.Length)
            throw new EndOfStreamException($"The stored content {hash} is cut off.");
        var count = Math.Min(buffer.Length, chunk.Length - at);
        chunk.AsMemory(at, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The database is read without blocking: use ReadAsync.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<byte[]> Load(int wanted, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDb>().Set<MediaChunkRow>().AsNoTracking()
            .Where(row => row.Hash == hash && row.Number == wanted).Select(row => row.Bytes).SingleOrDefaultAsync(cancel)
            ?? throw new EndOfStreamException($"The stored content {hash} is cut off.");
    }
}
