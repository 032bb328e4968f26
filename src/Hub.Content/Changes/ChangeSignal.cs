using System.Collections.Concurrent;

namespace Hub.Content.Changes;

/// <summary>
/// Tells this process that something in a region was published, withdrawn or renamed, and remembers the order, so that what
/// was made from content knows whether it still holds. Thread-safe.
/// </summary>
public sealed class ChangeSignal
{
    private readonly ConcurrentDictionary<string, long> last = new(StringComparer.Ordinal);
    private readonly Lock raising = new();
    private long now;

    /// <summary>The region's id. Raised after the change is committed, here or on another node; handlers must be quick.</summary>
    public event Action<string>? Raised;

    /// <summary>
    /// How many changes this process has heard of. What was begun at a number is as new as the region as long as
    /// <see cref="LastChange"/> is not above it.
    /// </summary>
    public long Now => Volatile.Read(ref now);

    /// <summary>The number of the region's last change; 0 when none was heard of.</summary>
    public long LastChange(string region) => last.GetValueOrDefault(region);

    public void Raise(string region)
    {
        lock (raising)
        {
            last[region] = now + 1; // before the number is seen: who reads the new number reads the new state too
            Volatile.Write(ref now, now + 1);
        }

        Raised?.Invoke(region);
    }
}
