using System.Collections;

namespace Hub.Search;

/// <summary>
/// What goes into the index under a key; adding another document with the same key replaces it. Repeated texts of one field are
/// joined, repeated keywords are all kept, of repeated numbers the last counts.
/// </summary>
public sealed class Document(string key) : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _values = [];

    /// <summary>The document's identity.</summary>
    public string Key { get; } = key;

    /// <summary>Adds a text or keyword; null and empty ones are ignored.</summary>
    public void Add(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _values.Add(new(field, value));
    }

    /// <summary>Adds a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is <see cref="long.MinValue"/>, in whose place the index keeps that there is none.</exception>
    public void Add(string field, long value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(value, long.MinValue);
        _values.Add(new(field, value));
    }

    /// <summary>Adds several keywords.</summary>
    public void Add(string field, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(field, value);
    }

    /// <summary>Everything added, in order.</summary>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal IReadOnlyList<KeyValuePair<string, object>> Values => _values;
}
