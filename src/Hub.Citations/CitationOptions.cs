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

    /// <summary>Identifiers (URN:NIR, CELEX) of the acts and articles that the text is known to be about, as its author declares
    /// beside it. "L'articolo 55" without an act is then the article of the one act declared with it, and "del Codice" may mean
    /// a declared act before the text names it. Nothing that the words say is overruled; what is no identifier is passed over.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>When the text was written, if known: it orders the editions of a code that was replaced.</summary>
    public DateOnly? WrittenOn { get; init; }
}
