using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Hub.Search.Indexing;

/// <summary>
/// One of the segments in the making, with the batches that wait to be added to it. Batches are added in the order in which they were
/// given, by another thread or by the giver itself if that one falls behind.
/// </summary>
internal sealed class BufferLane(Schema schema) : IThreadPoolWorkItem
{
    /// <summary>More batches than this don't wait: then whoever gives one works them off.</summary>
    private const int MaxWaiting = 2;

    private readonly Lock _working = new();
    private readonly ConcurrentQueue<List<BufferedDocument>> _waiting = new();
    private readonly MemoryIndex _memory = new(schema);
    private volatile bool _isFull;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether so many distinct words were met that a segment should be written.</summary>
    public bool IsFull => _isFull;

    /// <summary>Keeps a batch until there is more, or the segment is written.</summary>
    public void Keep(List<BufferedDocument> batch) => _waiting.Enqueue(batch);

    /// <summary>Leaves a batch to another thread.</summary>
    public void Give(List<BufferedDocument> batch)
    {
        Keep(batch);
        if (_waiting.Count > MaxWaiting)
            WorkOff();
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Writes a segment file of everything given and kept; the system has it, the disk perhaps not yet.</summary>
    public void WriteTo(string path)
    {
        WorkOff();
        _memory.WriteTo(path);
    }

    /// <summary>Works off what waits, unless somebody is at it.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (!_working.TryEnter())
            return;
        try
        {
            AddWaiting();
        }
        finally
        {
            _working.Exit();
        }
    }

    private void WorkOff()
    {
        lock (_working)
            AddWaiting();
        _failure?.Throw();
    }

    /// <summary>What goes wrong on another thread is thrown on the writer's, at every later attempt too, since documents are missing.</summary>
    private void AddWaiting()
    {
        try
        {
            while (_failure is null && _waiting.TryDequeue(out var batch))
                Add(batch);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
    }

    private void Add(List<BufferedDocument> batch)
    {
        foreach (var document in batch)
            _memory.Add(document);
        _isFull = _memory.IsFull;
    }
}
