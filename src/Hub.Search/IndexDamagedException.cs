namespace Hub.Search;

/// <summary>A file of the index does not hold what was written. The index has to be rebuilt or restored; nothing was changed.</summary>
public sealed class IndexDamagedException : IOException
{
    /// <summary>A damage found in <paramref name="file"/>.</summary>
    public IndexDamagedException(string file, string reason)
        : base($"{file}: {reason}") => File = file;

    /// <summary>A damage found in <paramref name="file"/> while <paramref name="inner"/> happened.</summary>
    public IndexDamagedException(string file, string reason, Exception inner)
        : base($"{file}: {reason}", inner) => File = file;

    /// <summary>The damaged file, with its path.</summary>
    public string File { get; }
}
