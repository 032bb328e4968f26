using System.Text;
using Hub.Search.Analysis;
using Hub.Search.Postings;

namespace Hub.Search;

/// <summary>What documents consist of. An index remembers the schema that it was built with and refuses another one by name.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, Field> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A schema of <paramref name="fields"/>, whose names differ and are not empty.</summary>
    public Schema(Analyzer analyzer, params IReadOnlyList<Field> fields)
    {
        Analyzer = analyzer;
        Fields = fields;
        foreach (var field in fields)
        {
            foreach (var name in field.Aliases.Prepend(field.Name))
            {
                if (name.Length == 0 || name.AsSpan().ContainsAny(": \n\t\"") || !_byName.TryAdd(name, field))
                    throw new ArgumentException($"The field name '{name}' is empty, taken or has signs that a query could not name.", nameof(fields));
            }
        }
        TextFields = [.. fields.OfType<TextField>()];
        Stored = [.. fields.Where(field => field is TextField { Stored: true } or StoredField)];
    }

    /// <summary>How text becomes terms, for every text field.</summary>
    public Analyzer Analyzer { get; }

    /// <summary>All fields, in the order given.</summary>
    public IReadOnlyList<Field> Fields { get; }

    internal TextField[] TextFields { get; }

    internal Field[] Stored { get; }

    /// <summary>A line that changes with everything that makes an index unusable for this schema.</summary>
    public string Fingerprint
    {
        get
        {
            var line = new StringBuilder(Analyzer.Version);
            foreach (var each in Fields)
                line.Append(" | ").Append(each.Fingerprint);
            return line.ToString();
        }
    }

    /// <summary>The field of that name or alias, whatever its case.</summary>
    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    internal T Require<T>(string name)
        where T : Field => Find(name) as T ?? throw new ArgumentException($"The schema has no {typeof(T).Name} '{name}'.", nameof(name));
}

/// <summary>A part of every document.</summary>
public abstract record Field(string Name)
{
    /// <summary>Further names under which people may ask for it in a query, such as <c>titolo</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    internal abstract string Fingerprint { get; }
}

/// <summary>Which forms of its words a text field is searchable by.</summary>
[Flags]
public enum WordForms
{
    /// <summary>As written, folded: needed for exact phrases, prefixes, typos, completion and nearness.</summary>
    Words = 1,

    /// <summary>Stems without stop words: finds other inflections.</summary>
    Stems = 2,

    /// <summary>Both; the exact form ranks above its inflections.</summary>
    Both = Words | Stems,
}

/// <summary>Running text.</summary>
public sealed record TextField(string Name) : Field(Name)
{
    /// <summary>How much a word here counts beside the same word in another field.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>The forms to index.</summary>
    public WordForms Forms { get; init; } = WordForms.Both;

    /// <summary>Whether the text can be read back and highlighted.</summary>
    public bool Stored { get; init; } = true;

    /// <summary>The constants of ranking, fixed when the index is built.</summary>
    public Bm25 Ranking { get; init; } = Bm25.Default;

    internal string Words => Name + ".words";

    internal string Stems => Name + ".stems";

    /// <summary>Positions are kept once: with the words if there are any, otherwise with the stems.</summary>
    internal string Positioned => Forms.HasFlag(WordForms.Words) ? Words : Stems;

    internal override string Fingerprint => $"text {Name} {(int)Forms} {Stored} {Ranking.Saturation}/{Ranking.LengthWeight}";
}

/// <summary>Values taken whole, none or many a document: for facets, filters and sorting.</summary>
public sealed record KeywordField(string Name) : Field(Name)
{
    /// <summary>Whether <c>/</c> divides levels: <c>toscana/firenze</c> is then found and counted under <c>toscana</c> as well.</summary>
    public bool Hierarchical { get; init; }

    internal string Values => Name + ".values";

    internal override string Fingerprint => $"keyword {Name} {Hierarchical}";
}

/// <summary>One optional whole number a document, such as a year, an amount in cents or a time in seconds: for ranges, sorting and recency.</summary>
public sealed record NumberField(string Name) : Field(Name)
{
    /// <summary>What the numbers are, so that people can ask for days; it changes nothing in the index.</summary>
    public NumberUnit Unit { get; init; }

    internal string Numbers => Name + ".numbers";

    internal override string Fingerprint => $"number {Name}";
}

/// <summary>What the numbers of a field are.</summary>
public enum NumberUnit
{
    /// <summary>Just numbers.</summary>
    None,

    /// <summary>Days since 1 January 1970.</summary>
    Days,

    /// <summary>Seconds since the beginning of 1 January 1970.</summary>
    Seconds,
}

/// <summary>A text that is only kept and read back.</summary>
public sealed record StoredField(string Name) : Field(Name)
{
    internal override string Fingerprint => $"stored {Name}";
}
