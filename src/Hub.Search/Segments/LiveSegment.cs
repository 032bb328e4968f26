using Hub.Search.Searching;
using Hub.Search.Storage;

namespace Hub.Search.Segments;

/// <summary>A segment with the documents deleted from it so far. Immutable: a later deletion makes another one.</summary>
internal sealed record LiveSegment(Segment Segment, Bitmap? Deleted)
{
    private const string DeletedSection = "deleted";

    public int LiveDocuments { get; } = Segment.Documents - (Deleted?.Count() ?? 0);

    /// <summary>Without these documents too; itself if they are gone already.</summary>
    public LiveSegment Without(IReadOnlyCollection<int> documents)
    {
        if (documents.Count == 0)
            return this;
        var deleted = Deleted?.Copy() ?? new Bitmap(Segment.Documents);
        foreach (var document in documents)
            deleted.Add(document);
        return new LiveSegment(Segment, deleted);
    }

    /// <summary>The live document of a key, -1 if there is none.</summary>
    public unsafe int Find(ReadOnlySpan<byte> key)
    {
        if (!Segment.Keys.Values.TryRead(key, out var postings))
            return -1;
        var documents = stackalloc int[Postings.PostingsFormat.BlockSize];
        for (var block = 0; block < postings.BlockCount; block++)
        {
            var count = postings.ReadDocuments(block, documents);
            for (var i = 0; i < count; i++)
            {
                if (Deleted?[documents[i]] != true)
                    return documents[i];
            }
        }
        return -1;
    }

    public void WriteDeleted(string path)
    {
        using var file = new SectionedFileWriter(path);
        file.Add(DeletedSection, Deleted!.Bytes);
        file.Complete();
    }

    public static Bitmap ReadDeleted(string path, int documents)
    {
        try
        {
            return Bitmap.FromBytes(documents, SectionedFile.Open(path, verify: true)[DeletedSection].Bytes);
        }
        catch (InvalidDataException e)
        {
            throw new IndexDamagedException(path, e.Message, e);
        }
    }
}
