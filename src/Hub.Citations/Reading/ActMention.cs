namespace Hub.Citations.Reading;

/// <summary>An act found in a block, over the tokens from <see cref="From"/> up to <see cref="To"/>.</summary>
internal sealed record ActMention(ActReference Act, int From, int To)
{
    /// <summary>Named by "il medesimo decreto" and the like.</summary>
    public bool BackReference { get; init; }

    /// <summary>The act speaks of itself ("del presente decreto"): no citation.</summary>
    public bool Itself { get; init; }

    /// <summary>Counts only with an article, or once the act has been cited.</summary>
    public bool Weak { get; init; }

    /// <summary>A likely reading that the words alone do not settle ("legge 104").</summary>
    public bool Doubtful { get; init; }

    /// <summary>The year that the end of a list gives to all its numbers: "nn. 111, 112 e 117 del 2017".</summary>
    public int? SharedYear { get; init; }

    /// <summary>Acts that the same words may stand for.</summary>
    public IReadOnlyList<ActReference> Others { get; init; } = [];

    /// <summary>True when the others are the editions of one code, of which the text may cite one.</summary>
    public bool Edition { get; init; }

    /// <summary>The day or the month does not exist, or contradicts the known act.</summary>
    public CitationProblem? Problem { get; init; }
}
