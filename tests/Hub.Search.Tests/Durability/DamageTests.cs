using Hub.Search.Indexing;
using Hub.Search.Tests.Searching;

namespace Hub.Search.Tests.Durability;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamageTests()
    {
        using var writer = IndexWriter.Open(_folder.Path, RandomIndex.Schema, new IndexOptions { MergeInBackground = false });
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            writer.Add(new Document($"d{i}") { { "body", string.Join(' ', Enumerable.Range(0, 20).Select(_ => RandomIndex.Word(random))) }, { "kind", $"k{i % 4}" }, { "year", i } });
            if (i % 150 == 0)
                writer.Refresh();
        }
        writer.Refresh();
        writer.Delete("d7");
        writer.Commit("ok");
    }

    [Fact]
    public void EveryChangedByteIsNoticedAndItsFileNamed()
    {
        var random = new Random(5);
        var files = Directory.GetFiles(_folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length >= 4);
        for (var round = 0; round < 600; round++)
        {
            var file = files[round % files.Length];
            var bytes = File.ReadAllBytes(file);
            var place = random.Next(bytes.Length);
            var original = bytes[place];
            bytes[place] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(file, bytes);

            var thrown = Record.Exception(() => Snapshot.Open(_folder.Path, RandomIndex.Schema));

            Assert.True(thrown is IndexDamagedException or IndexFormatException, $"{file} at {place}: {thrown?.GetType().Name ?? "nothing"}");
            Assert.Contains(file, thrown!.Message, StringComparison.Ordinal);
            bytes[place] = original;
            File.WriteAllBytes(file, bytes);
        }
        Assert.Equal(299, Snapshot.Open(_folder.Path, RandomIndex.Schema).Documents);
    }

    [Fact]
    public void EveryShortenedFileIsNamed()
    {
        var random = new Random(6);
        foreach (var file in Directory.GetFiles(_folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            for (var round = 0; round < 20; round++)
            {
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
                var damaged = Assert.Throws<IndexDamagedException>(() => Snapshot.Open(_folder.Path, RandomIndex.Schema));
                Assert.Equal(file, damaged.File);
            }
            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var file = Directory.GetFiles(_folder.Path, "*.seg")[0];
        File.Delete(file);

        var damaged = Assert.Throws<IndexDamagedException>(() => Snapshot.Open(_folder.Path, RandomIndex.Schema));

        Assert.Equal(file, damaged.File);
    }

    public void Dispose() => _folder.Dispose();
}
