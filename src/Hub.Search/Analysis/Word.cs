namespace Hub.Search.Analysis;

/// <summary>A word on its way through the steps of an analyser.</summary>
public sealed class Word(string written, string folded)
{
    /// <summary>As it stands in the text.</summary>
    public string Written { get; } = written;

    /// <summary>Lower case without accents; abbreviations without dots, numbers without separators of thousands.</summary>
    public string Folded { get; } = folded;

    /// <summary>The key under which inflections meet; the folded word unless a step sets another.</summary>
    public string Stem { get; set; } = folded;

    /// <summary>Whether it is grammar only: found in exact phrases, not by stems, and without weight in ranking.</summary>
    public bool IsStopWord { get; set; }
}

/// <summary>
/// A step of an analyser. It depends on nothing but the word given, so its outcome is remembered; whoever changes what a step does
/// changes its <see cref="Version"/>, and indexes are rebuilt.
/// </summary>
public interface IWordStep
{
    /// <summary>Name and number of the step, such as <c>stem-it-1</c>.</summary>
    string Version { get; }

    /// <summary>Looks at the word and sets what it decides.</summary>
    void Apply(Word word);
}

/// <summary>Marks Italian articles, prepositions, pronouns, conjunctions and auxiliary verbs.</summary>
public sealed class ItalianStopWordStep : IWordStep
{
    /// <inheritdoc/>
    public string Version => ItalianStopWords.Version;

    /// <inheritdoc/>
    public void Apply(Word word) => word.IsStopWord |= ItalianStopWords.Contains(word.Folded);
}

/// <summary>Brings the inflections of Italian words together.</summary>
public sealed class ItalianStemStep : IWordStep
{
    /// <inheritdoc/>
    public string Version => ItalianStemmer.Version;

    /// <inheritdoc/>
    public void Apply(Word word) => word.Stem = ItalianStemmer.Stem(word.Stem);
}
