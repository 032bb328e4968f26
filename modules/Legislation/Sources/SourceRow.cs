namespace Hub.Legislation.Sources;

/// <summary>What is remembered of a source, so that it is asked politely.</summary>
internal sealed class SourceRow
{
    public required string Region { get; init; }

    /// <summary>Kind, address and query: the source as it is set up.</summary>
    public required string Source { get; init; }

    public required string ETag { get; set; }

    public required string LastModified { get; set; }

    /// <summary>UTC; not asked before.</summary>
    public DateTime NextAt { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last one failed; empty when it went well.</summary>
    public required string Error { get; set; }
}

/// <summary>Something that a source announced, and what editors made of it.</summary>
internal sealed class CandidateRow
{
    public Guid Id { get; init; }

    public required string Region { get; init; }

    /// <summary>Hash of source and key: a source announces a thing once.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the source.</summary>
    public required string Source { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Address { get; set; }

    public DateOnly? Date { get; set; }

    public DateTime FoundAt { get; init; }

    /// <summary>nuova, accolta, unita, respinta.</summary>
    public required string State { get; set; }

    public DateTime? DecidedAt { get; set; }

    public required string DecidedBy { get; set; }

    public required string Note { get; set; }

    /// <summary>The update that it became or joined.</summary>
    public Guid? ItemId { get; set; }
}
