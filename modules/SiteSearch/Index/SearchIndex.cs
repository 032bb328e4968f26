using System.Text.Json;
using Hub.Search;
using Hub.Search.Indexing;

namespace Hub.SiteSearch.Index;

/// <summary>
/// One index in a folder of its own: the writer, what readers see of it, and how far it has followed the change log. Readers take
/// <see cref="Snapshot"/>; everything else is the feed's.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    /// <summary>About 40 MB while it is built.</summary>
    private static readonly IndexOptions Options = new() { BufferedWords = 2_000_000 };

    private readonly IndexWriter writer;
    private readonly string origin;
    private readonly string madeFrom;
    private volatile Snapshot snapshot;

    private SearchIndex(string folder, Blueprint blueprint, string madeFrom, string origin, IndexWriter writer)
    {
        Folder = folder;
        Blueprint = blueprint;
        this.madeFrom = madeFrom;
        this.origin = origin;
        this.writer = writer;
        snapshot = writer.Refresh();
    }

    public string Folder { get; }

    public Blueprint Blueprint { get; }

    /// <summary>Whether its documents were made by another blueprint with the same schema: it answers while a new one is built.</summary>
    public bool IsOutdated => madeFrom != Blueprint.Id;

    /// <summary>The sequence number of the last change that it has, by region.</summary>
    public Dictionary<string, long> Positions { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>What is searched; replaced with every change.</summary>
    public Snapshot Snapshot => snapshot;

    /// <summary>An empty index in a new folder.</summary>
    /// <param name="origin">Tells the database that it is made from.</param>
    public static SearchIndex Create(string folder, Blueprint blueprint, string origin, Dictionary<string, long> positions) =>
        new(folder, blueprint, blueprint.Id, origin, IndexWriter.Open(folder, blueprint.Schema, Options)) { Positions = positions };

    /// <summary>The index in a folder; null when it was never finished, or is made from another schema or database.</summary>
    /// <exception cref="IndexDamagedException">A file is damaged.</exception>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static SearchIndex? Open(string folder, Blueprint blueprint, string origin)
    {
        IndexWriter opened;
        try
        {
            opened = IndexWriter.Open(folder, blueprint.Schema, Options);
        }
        catch (IndexFormatException)
        {
            return null;
        }

        if (Note.Parse(opened.Note) is { } note && note.Origin == origin)
            return new SearchIndex(folder, blueprint, note.Blueprint, origin, opened) { Positions = note.Positions };
        opened.Dispose();
        return null;
    }

    /// <summary>Whether a folder holds an index that was finished.</summary>
    public static bool IsFinished(string folder, Blueprint blueprint, string origin)
    {
        try
        {
            return Note.Parse(Snapshot.Open(folder, blueprint.Schema).Note) is { } note && note.Blueprint == blueprint.Id && note.Origin == origin;
        }
        catch (Exception e) when (e is IndexFormatException or IndexDamagedException or IOException)
        {
            return false;
        }
    }

    public void Add(Document document) => writer.Add(document);

    public void Remove(Guid id) => writer.Delete(id.ToString());

    /// <summary>Readers see everything so far.</summary>
    public void Show() => snapshot = writer.Refresh();

    /// <summary>Everything so far survives a crash, with the position in the log.</summary>
    public void Commit(Dictionary<string, long> positions)
    {
        Positions = positions;
        writer.Commit(JsonSerializer.Serialize(new Note(madeFrom, origin, positions)));
        snapshot = writer.Refresh();
    }

    /// <summary>Merges all into one, for an index that was just built.</summary>
    public void Compact() => writer.Compact();

    public void Dispose() => writer.Dispose();

    /// <summary>What the commit remembers.</summary>
    private sealed record Note(string Blueprint, string Origin, Dictionary<string, long> Positions)
    {
        public static Note? Parse(string? note)
        {
            try
            {
                return note is null ? null : JsonSerializer.Deserialize<Note>(note);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
