using System.Text;
using Hub.Search.Searching;
using Hub.Search.Segments;
using Hub.Search.Storage;

namespace Hub.Search.Indexing;

/// <summary>
/// The one writer of an index. Additions and deletions wait in memory; <see cref="Refresh"/> makes them searchable,
/// <see cref="Commit"/> makes them survive. Its members may be called from any thread; no reader ever waits for it.
/// </summary>
public sealed partial class IndexWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Schema _schema;
    private readonly IndexOptions _options;
    private readonly FileStream _lock;
    private readonly Dictionary<Bitmap, string> _deletedFiles = [];
    private readonly HashSet<string> _unsynced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pendingDeletes = new(StringComparer.Ordinal);
    private DocumentBuffer _buffer;
    private List<LiveSegment> _segments;
    private HashSet<string> _committedFiles = new(StringComparer.Ordinal);
    private Snapshot? _snapshot;
    private long _sequence;
    private long _nextName;
    private Task _merging = Task.CompletedTask;
    private bool _closed;

    private IndexWriter(string folder, Schema schema, IndexOptions options, FileStream file)
    {
        _folder = folder;
        _schema = schema;
        _options = options;
        _lock = file;
        var last = IndexFolder.OpenLastCommit(folder, schema, options.Verify);
        _segments = [.. last?.Segments ?? []];
        _sequence = last?.Commit.Sequence ?? 0;
        _nextName = last?.Commit.NextName ?? 1;
        Note = last?.Commit.Note;
        for (var i = 0; i < _segments.Count; i++)
        {
            if (_segments[i].Deleted is { } deleted)
                _deletedFiles.Add(deleted, last!.Value.Commit.Segments[i].Deleted!);
        }
        _buffer = new DocumentBuffer(schema);
        _committedFiles = CurrentFiles();
        IndexFolder.RemoveAllBut(folder, _committedFiles);
    }

    /// <summary>What the last commit was told to remember, such as a position in a change log.</summary>
    public string? Note { get; private set; }

    /// <summary>
    /// Opens the index in a folder, which is created if missing.
    /// </summary>
    /// <exception cref="IndexFormatException">The index was built with another schema, analysis or format.</exception>
    /// <exception cref="IndexDamagedException">A file does not hold what was written; the message names it.</exception>
    /// <exception cref="IOException">Another writer has the index open.</exception>
    public static IndexWriter Open(string folder, Schema schema, IndexOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, IndexFolder.LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            return new IndexWriter(folder, schema, options ?? new IndexOptions(), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document, in place of the one with the same key if there is one.</summary>
    /// <exception cref="ArgumentException">The document does not fit the schema; nothing was added.</exception>
    public void Add(Document document)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _buffer.Add(document);
            if (_segments.Count > 0)
                _pendingDeletes.Add(KeywordBuffer.Normalize(document.Key));
            if (_buffer.Words >= _options.BufferedWords || _buffer.IsFull)
                Flush();
        }
    }

    /// <summary>Deletes the document of a key; an unknown key is no error.</summary>
    public void Delete(string key)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _buffer.Delete(key);
            if (_segments.Count > 0)
                _pendingDeletes.Add(KeywordBuffer.Normalize(key));
        }
    }

    /// <summary>Deletes everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _buffer = new DocumentBuffer(_schema);
            _pendingDeletes.Clear();
            _segments = [];
            _snapshot = null;
        }
    }

    /// <summary>A view of everything added and deleted so far. It never changes and needs no disposal.</summary>
    public Snapshot Refresh()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Flush();
            return _snapshot ??= new Snapshot(_schema, [.. _segments], Note);
        }
    }

    /// <summary>
    /// Makes everything so far survive a crash, together with <paramref name="note"/>. When it returns, the disk has it;
    /// when it does not, the commit before stands.
    /// </summary>
    public void Commit(string? note = null)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Flush();
            var segments = _segments.ConvertAll(Committed);
            foreach (var name in _unsynced)
                Durable.Sync(Path.Combine(_folder, name));
            if (_unsynced.Count > 0)
                Durable.SyncFolder(_folder);
            _unsynced.Clear();
            new CommitPoint(++_sequence, _nextName, _schema.Fingerprint, note, segments).Write(_folder);
            Note = note;
            _snapshot = null;
            _committedFiles = CurrentFiles();
            RemoveUnneeded();
        }
    }

    /// <summary>Merges everything into one segment, which is quickest to search. Additions wait meanwhile; readers don't.</summary>
    public void Compact()
    {
        WaitForMerges();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Flush();
            if (_segments.Count > 1 || _segments.Exists(segment => segment.Deleted is not null))
                Replace(_segments, Merge([.. _segments]));
        }
    }

    /// <summary>Ends the writer; what was not committed is lost.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
        }
        while (!_merging.IsCompleted)
            ((IAsyncResult)_merging).AsyncWaitHandle.WaitOne();
        _lock.Dispose();
    }

    private void Flush()
    {
        ApplyDeletes();
        var files = _buffer.UsedLanes.Select(lane => (lane, Path: Path.Combine(_folder, NewName(IndexFolder.SegmentExtension)))).ToArray();
        if (files.Length == 0)
            return;
        _buffer.WriteTo(files);
        _unsynced.UnionWith(files.Select(file => Path.GetFileName(file.Path)));
        _segments = [.. _segments, .. files.Select(file => new LiveSegment(Segment.Open(file.Path, _schema, verify: false), null).Without(_buffer.DeletedIn(file.lane)))];
        _buffer = new DocumentBuffer(_schema);
        _snapshot = null;
        if (_options.MergeInBackground)
            StartMerge();
    }

    private void ApplyDeletes()
    {
        if (_pendingDeletes.Count == 0)
            return;
        var keys = _pendingDeletes.Select(Encoding.UTF8.GetBytes).ToArray();
        Array.Sort(keys, ByteOrder.Comparer);
        var segments = _segments.ConvertAll(segment => segment.Without([.. keys.Select(key => segment.Find(key)).Where(document => document >= 0)]));
        _pendingDeletes.Clear();
        if (segments.SequenceEqual(_segments))
            return;
        _segments = segments.FindAll(segment => segment.LiveDocuments > 0);
        _snapshot = null;
    }

    private CommittedSegment Committed(LiveSegment segment)
    {
        if (segment.Deleted is null)
            return new CommittedSegment(segment.Segment.Name, null);
        if (!_deletedFiles.TryGetValue(segment.Deleted, out var name))
        {
            name = NewName(IndexFolder.DeletedExtension);
            segment.WriteDeleted(Path.Combine(_folder, name));
            _deletedFiles.Add(segment.Deleted, name);
            _unsynced.Add(name);
        }
        return new CommittedSegment(segment.Segment.Name, name);
    }

    private string NewName(string extension) => $"{_nextName++:D8}{extension}";

    private HashSet<string> CurrentFiles()
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in _segments)
        {
            files.Add(segment.Segment.Name);
            if (segment.Deleted is not null && _deletedFiles.TryGetValue(segment.Deleted, out var name))
                files.Add(name);
        }
        return files;
    }

    /// <summary>Removes files that neither the last commit nor the current segments need, unless a merge is just writing another.</summary>
    private void RemoveUnneeded()
    {
        var current = _segments.Select(segment => segment.Deleted).ToHashSet();
        foreach (var old in _deletedFiles.Keys.Where(deleted => !current.Contains(deleted)).ToArray())
            _deletedFiles.Remove(old);
        var needed = CurrentFiles();
        needed.UnionWith(_committedFiles);
        _unsynced.IntersectWith(needed);
        if (!_merging.IsCompleted)
            return;
        IndexFolder.RemoveAllBut(_folder, needed);
    }
}
