namespace Hub.Legislation.Graph;

/// <summary>One act or article that the live version of an item cites.</summary>
internal sealed class CitationRow
{
    public Guid ItemId { get; init; }

    /// <summary>As in <see cref="Norms.NormKey"/>.</summary>
    public required string Act { get; init; }

    /// <summary>Empty for the whole act.</summary>
    public required string Article { get; init; }

    /// <summary>The region of the citing item.</summary>
    public required string Region { get; init; }

    /// <summary>The words of its first citation.</summary>
    public required string Words { get; init; }

    /// <summary>How often it is cited.</summary>
    public int Times { get; init; }
}

/// <summary>Which version of an item was last read for citations, and by which reader.</summary>
internal sealed class ReadRow
{
    public Guid ItemId { get; init; }

    public int Version { get; set; }

    public int Reader { get; set; }
}
