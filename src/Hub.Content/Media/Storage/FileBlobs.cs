using System.Runtime.CompilerServices;

namespace Hub.Content.Media.Storage;

/// <summary>Content as files: <c>media/ab/cdef…</c> by the digits of the hash. For one node, or a folder that all share.</summary>
internal sealed class FileBlobs(string folder, TimeProvider clock) : IBlobStore, IDisposable
{
    private const int Buffer = 128 * 1024;

    /// <summary>Putting and deleting the same content take turns.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public async Task<string> Put(Stream content, CancellationToken cancel = default)
    {
        var hash = await ContentHash.Of(content, cancel);
        if (await Touch(hash, cancel))
            return hash;
        var temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            content.Position = 0;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, Buffer, cancel);
                file.Flush(flushToDisk: true);
            }

            await Place(temporary, hash, cancel);
        }
        finally
        {
            File.Delete(temporary);
        }

        return hash;
    }

    public Task<Stream?> Open(string hash, CancellationToken cancel = default)
    {
        try
        {
            return Task.FromResult<Stream?>(ContentHash.IsOne(hash)
                ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, FileOptions.Asynchronous)
                : null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<string> Stale(DateTime before, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
            yield break;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc >= before)
                continue;
            if (file.Directory!.Name == "tmp")
                file.Delete(); // left by a process that was stopped
            else if (ContentHash.IsOne(file.Directory.Name + file.Name))
                yield return file.Directory.Name + file.Name;
        }
    }

    public async Task Delete(string hash, DateTime before, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var file = new FileInfo(PathOf(hash));
            if (file.Exists && file.LastWriteTimeUtc < before)
                file.Delete();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> Touch(string hash, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (!File.Exists(PathOf(hash)))
                return false;
            File.SetLastWriteTimeUtc(PathOf(hash), clock.GetUtcNow().UtcDateTime);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Place(string temporary, string hash, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.SetLastWriteTimeUtc(temporary, clock.GetUtcNow().UtcDateTime);
            File.Move(temporary, PathOf(hash), overwrite: true);
        }
        finally
        {
            turn.Release();
        }
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..]);
}
