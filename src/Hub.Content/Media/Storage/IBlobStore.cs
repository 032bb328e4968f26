namespace Hub.Content.Media.Storage;

/// <summary>
/// Keeps content by its SHA-256: the same content once. What is stored is never changed. Thread-safe; content passes through
/// and is never held whole.
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores content, or notes that it was stored again: for a day it is not <see cref="Stale"/>.</summary>
    /// <param name="content">Can be read from its beginning, twice.</param>
    /// <returns>Its hash, in lower-case hexadecimal digits.</returns>
    Task<string> Put(Stream content, CancellationToken cancel = default);

    /// <summary>Opens content that can be read from any place; null when there is none.</summary>
    Task<Stream?> Open(string hash, CancellationToken cancel = default);

    /// <summary>Hashes of content that was last stored before a time.</summary>
    IAsyncEnumerable<string> Stale(DateTime before, CancellationToken cancel = default);

    /// <summary>Deletes content, unless it was stored again since.</summary>
    Task Delete(string hash, DateTime before, CancellationToken cancel = default);
}
