namespace Hub.Legislation.Versions;

/// <summary>The text of one article of an act over one span of time.</summary>
internal sealed class TextRow
{
    public Guid Id { get; init; }

    /// <summary>The region whose norm it belongs to.</summary>
    public required string Region { get; init; }

    public required string Act { get; init; }

    public required string Article { get; init; }

    /// <summary>Place of the article in the act, from 0.</summary>
    public int Place { get; set; }

    public required string Heading { get; set; }

    /// <summary>Paragraphs, ended by line feeds.</summary>
    public required string Text { get; set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Where it comes from, for readers.</summary>
    public required string Source { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}
