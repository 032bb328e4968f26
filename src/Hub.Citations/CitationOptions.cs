namespace Hub.Citations;

/// <summary>What the caller knows about a text, beyond its words.</summary>
public sealed record CitationOptions
{
    /// <summary>How the text is marked up.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The region that the text comes from. It orders the candidates of "L.R. 3/2023"; it does not settle them.</summary>
    public Region? Region { get; init; }

    /// <summary>The day on which the text is read, for impossible years and two-digit ones; today when null.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>When the text was written, if known: it orders the editions of a code that was replaced.</summary>
    public DateOnly? WrittenOn { get; init; }
}
