using System.Collections.Frozen;

namespace Hub.Content.Vocabularies;

/// <summary>A controlled vocabulary as one region sees it: the national terms and its own, less the hidden ones. Immutable.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, Term> byCode;
    private readonly ILookup<string, string> formerOf;

    internal Vocabulary(
        string taxonomy, string name, IReadOnlyList<Term> terms, IReadOnlyDictionary<string, string> former, IReadOnlyDictionary<string, string> hidden)
    {
        Taxonomy = taxonomy;
        Name = name;
        Terms = terms;
        Former = former;
        Hidden = hidden;
        byCode = terms.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
        formerOf = former.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>Code, such as <c>istituti</c>.</summary>
    public string Taxonomy { get; }

    /// <summary>What people read, such as “Istituti”.</summary>
    public string Name { get; }

    /// <summary>Every term stands after the one above it, and before that one's next sibling.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Codes of terms that were merged, each with the code that it stands for now.</summary>
    public IReadOnlyDictionary<string, string> Former { get; }

    /// <summary>The names of the terms that the region doesn't use: content that came from elsewhere may still carry them.</summary>
    public IReadOnlyDictionary<string, string> Hidden { get; }

    /// <summary>The term of a code, or of the code that it stands for now; null when there is none.</summary>
    public Term? Find(string code) => byCode.GetValueOrDefault(Former.GetValueOrDefault(code) ?? code);

    /// <summary>The term's name, or its code when the region doesn't know it.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? Hidden.GetValueOrDefault(code) ?? code;

    /// <summary>Codes of the terms above one, widest first; empty for an unknown one.</summary>
    public IReadOnlyList<string> Above(string code)
    {
        var above = new List<string>();
        for (var term = Find(code); term?.Parent is { } parent; term = Find(parent))
            above.Insert(0, parent);
        return above;
    }

    /// <summary>
    /// The codes under which something with a term is found: the terms above it, the term, the codes that were merged into it,
    /// and what says the same elsewhere with what stands above that.
    /// </summary>
    public IEnumerable<string> CountsFor(string code)
    {
        if (Find(code) is not { } term)
            return [code];
        var same = term.Same is { } equal ? equal[(equal.IndexOf('/', StringComparison.Ordinal) + 1)..] : null;
        return [.. new IEnumerable<string>[] { Above(term.Code), [term.Code], formerOf[term.Code], same is null ? [] : Above(same), same is null ? [] : [same] }.SelectMany(codes => codes).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether every term counts for the same ones in both.</summary>
    internal bool CountsLike(Vocabulary other) =>
        Terms.Count == other.Terms.Count && Former.Count == other.Former.Count
        && Terms.All(term => other.byCode.GetValueOrDefault(term.Code) is { } there && there.Parent == term.Parent && there.Same == term.Same)
        && Former.All(pair => other.Former.GetValueOrDefault(pair.Key) == pair.Value);
}
