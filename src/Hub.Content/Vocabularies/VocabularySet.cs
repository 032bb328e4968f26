using System.Collections.Frozen;

namespace Hub.Content.Vocabularies;

/// <summary>All vocabularies of a region. Immutable.</summary>
public sealed class VocabularySet(IEnumerable<Vocabulary> vocabularies)
{
    private readonly FrozenDictionary<string, Vocabulary> byTaxonomy =
        vocabularies.ToFrozenDictionary(vocabulary => vocabulary.Taxonomy, StringComparer.Ordinal);

    public IEnumerable<Vocabulary> All => byTaxonomy.Values.OrderBy(vocabulary => vocabulary.Taxonomy, StringComparer.Ordinal);

    /// <summary>The vocabulary of that taxonomy, or null.</summary>
    public Vocabulary? Find(string taxonomy) => byTaxonomy.GetValueOrDefault(taxonomy);

    /// <summary>A term's name, or its code when there is none.</summary>
    public string NameOf(string taxonomy, string code) => Find(taxonomy)?.NameOf(code) ?? code;

    /// <inheritdoc cref="Vocabulary.CountsFor"/>
    public IEnumerable<string> CountsFor(string taxonomy, string code) => Find(taxonomy)?.CountsFor(code) ?? [code];
}
