using System.Security.Cryptography;
using Hub.Content.Media.Storage;
using Hub.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Media;

/// <summary>What every way of keeping content must do.</summary>
public abstract class BlobTests(bool isPostgres, bool isOnDisk) : OnDatabase(isPostgres)
{
    private readonly string folder = TestDatabase.NewFolder();

    private IBlobStore Blobs => isOnDisk ? new FileBlobs(folder, Hub.Clock) : new DatabaseBlobs(Hub.Services.GetRequiredService<IServiceScopeFactory>(), Hub.Clock);

    [Theory]
    [InlineData(1)]
    [InlineData(DatabaseBlobs.ChunkLength)]
    [InlineData(DatabaseBlobs.ChunkLength + 1)]
    [InlineData((3 * DatabaseBlobs.ChunkLength) - 7)]
    public async Task ContentComesBackByItsHash(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);

        var hash = await Blobs.Put(new MemoryStream(bytes));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), hash);
        await using var content = await Blobs.Open(hash);
        Assert.Equal(length, content!.Length);
        Assert.Equal(bytes, await All(content));
    }

    [Fact]
    public async Task ContentIsReadFromAnyPlace()
    {
        var bytes = RandomNumberGenerator.GetBytes((2 * DatabaseBlobs.ChunkLength) + 100);
        await using var content = await Blobs.Open(await Blobs.Put(new MemoryStream(bytes)));

        foreach (var at in new[] { bytes.Length - 50, 10, DatabaseBlobs.ChunkLength - 5, 0 })
        {
            content!.Seek(at, SeekOrigin.Begin);
            var piece = new byte[50];
            await content.ReadExactlyAsync(piece);
            Assert.Equal(bytes[at..(at + 50)], piece);
        }
    }

    [Fact]
    public async Task WhatIsNotThereIsNull()
    {
        Assert.Null(await Blobs.Open(new string('0', 64)));
        Assert.Null(await Blobs.Open("../../etc/passwd"));
    }

    [Fact]
    public async Task StoringAgainKeepsItFromTheSweep()
    {
        var old = await Blobs.Put(new MemoryStream([1]));
        var again = await Blobs.Put(new MemoryStream([2]));
        Hub.Clock.Now += TimeSpan.FromDays(2);
        await Blobs.Put(new MemoryStream([2]));
        var before = Hub.Clock.Now - TimeSpan.FromDays(1);

        var stale = new List<string>();
        await foreach (var hash in Blobs.Stale(before))
            stale.Add(hash);
        await Blobs.Delete(old, before);
        await Blobs.Delete(again, before);

        Assert.Equal([old], stale);
        Assert.Null(await Blobs.Open(old));
        Assert.NotNull(await Blobs.Open(again));
    }

    [Fact]
    public async Task ManyWhoStoreTheSameDoNotDisturbEachOther()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Blobs.Put(new MemoryStream(bytes))));

        await using var content = await Blobs.Open(Assert.Single(hashes.Distinct()));
        Assert.Equal(bytes, await All(content!));
    }

    private static async Task<byte[]> All(Stream content)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return whole.ToArray();
    }
}

public sealed class BlobsOnDisk() : BlobTests(false, true);

public sealed class BlobsInSqlite() : BlobTests(false, false);

public sealed class BlobsInPostgres() : BlobTests(true, false);
