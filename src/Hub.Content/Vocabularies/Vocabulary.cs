using System.Collections.Frozen;

namespace Hub.Content.Vocabularies;

/// <summary>A controlled vocabulary as one region sees it: the national terms and its own, less the hidden ones. Immutable.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, Term> byCode;

    internal Vocabulary(string taxonomy, string name, IReadOnlyList<Term> terms)
    {
        Taxonomy = taxonomy;
        Name = name;
        Terms = terms;
        byCode = terms.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
    }

    /// <summary>Code, such as <c>istituti</c>.</summary>
    public string Taxonomy { get; }

    /// <summary>What people read, such as “Istituti”.</summary>
    public string Name { get; }

    /// <summary>Every term stands after the one above it, and before that one's next sibling.</summary>
    public IReadOnlyList<Term> Terms { get; }

    public Term? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The term's name, or its code when the region doesn't have it.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;

    /// <summary>Codes of the terms above one, widest first; empty for an unknown one.</summary>
    public IReadOnlyList<string> Above(string code)
    {
        var above = new List<string>();
        for (var term = Find(code); term?.Parent is { } parent; term = Find(parent))
            above.Insert(0, parent);
        return above;
    }

    /// <summary>Whether every term stands below the same ones in both.</summary>
    internal bool HasSameTree(Vocabulary other) =>
        Terms.Count == other.Terms.Count && Terms.All(term => other.Find(term.Code) is { } there && there.Parent == term.Parent);
}
