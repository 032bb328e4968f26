using Hub.Kernel.Extensions;

namespace Hub.Legislation.Sources;

/// <summary>
/// Reads one kind of source in which new norms are announced. It says what to ask and understands the answer; asking politely
/// is not its business, and what it finds only fills an inbox.
/// </summary>
[ExtensionPoint]
public interface ISourceConnector
{
    /// <summary>Unique and stable: regions' settings name it.</summary>
    string Kind { get; }

    /// <summary>What to ask for; null when the source's settings make no sense.</summary>
    SourceRequest? Ask(SourceSettings source);

    /// <summary>The entries of an answer, the newest first.</summary>
    /// <param name="answer">Hostile; at most five megabytes.</param>
    /// <exception cref="FormatException">The answer can't be read; the message says why.</exception>
    IReadOnlyList<SourceEntry> Read(SourceSettings source, byte[] answer);
}

/// <summary>A source as a region has set it up.</summary>
public sealed record SourceSettings
{
    /// <summary>What editors call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Of the connector: <c>feed</c>, <c>html</c>, <c>normattiva</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Where it is asked; empty for a connector that knows.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the connector needs beside: a CSS selector, words to search for.</summary>
    public string Query { get; init; } = "";
}

/// <summary>What a source is asked.</summary>
/// <param name="Body">JSON to be sent; null to get.</param>
public sealed record SourceRequest(Uri Address, string? Body = null);

/// <summary>Something that a source announces.</summary>
/// <param name="Key">Names it within the source, always the same.</param>
/// <param name="Address">Where it can be read; null when the source doesn't say.</param>
public sealed record SourceEntry(string Key, string Title, string Summary, Uri? Address, DateOnly? Date);
