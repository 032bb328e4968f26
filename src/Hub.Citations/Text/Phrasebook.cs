using System.Collections.Frozen;
using Hub.Citations.Resolving;

namespace Hub.Citations.Text;

internal enum PhraseKind : byte { Act, Alias, Region, RegionAdjective, Seat, Court, Ruling }

/// <summary>What a phrase stands for: a value of the enumeration of its kind, or an index into the table it comes from.</summary>
internal readonly record struct Phrase(PhraseKind Kind, int Value, bool Plural, bool NeedsDot);

/// <summary>All names that come from data (acts, aliases, regions, courts) in one tree of words; the longest name wins.</summary>
internal sealed class Phrasebook
{
    private readonly FrozenDictionary<uint, Node> _roots;
    private readonly ulong[] _openers = new ulong[1024];

    private Phrasebook(Dictionary<uint, Node> roots)
    {
        _roots = roots.ToFrozenDictionary();
        foreach (var hash in roots.Keys)
            _openers[(hash >> 6) & 1023] |= 1UL << (int)(hash & 63);
    }

    public static Phrasebook Italian { get; } = Build();

    public bool Opens(uint hash) => (_openers[(hash >> 6) & 1023] & (1UL << (int)(hash & 63))) != 0 && _roots.ContainsKey(hash);

    /// <summary>Reads the longest phrase of that kind at <paramref name="at"/> and moves after it, its closing dot excluded.</summary>
    public bool TryRead(in Passage passage, ref int at, PhraseKind kind, out Phrase phrase)
    {
        phrase = default;
        if (!passage[at].Has(TokenTraits.OpensPhrase) || !_roots.TryGetValue(passage[at].Hash, out var node) || !node.IsSpelled(passage, at))
            return false;
        var found = -1;
        for (var next = at + 1; ;)
        {
            foreach (var candidate in node.Phrases)
                if (candidate.Kind == kind && (!candidate.NeedsDot || passage.IsSymbol(next, '.')))
                    (phrase, found) = (candidate, next);
            var word = passage[next].Symbol is '.' or '-' ? next + 1 : next;
            if (node.Next is null || passage[word].Kind is not (TokenKind.Word or TokenKind.Number)
                || !node.Next.TryGetValue(passage[word].Hash, out var child) || !child.IsSpelled(passage, word))
                break;
            node = child;
            next = word + 1;
        }
        if (found < 0)
            return false;
        at = found;
        return true;
    }

    private static Phrasebook Build()
    {
        var roots = new Dictionary<uint, Node>();

        void Add(string cell, PhraseKind kind, int value, bool plural)
        {
            foreach (var form in DataFile.Forms(cell))
                foreach (var words in Spellings(form.TrimEnd('!')))
                    Insert(roots, words, new Phrase(kind, value, plural, form.EndsWith('!')));
        }

        foreach (var row in DataFile.Read("act-types.tsv"))
        {
            var type = (int)Enum.Parse<ActType>(row[0]);
            Add(row[1], PhraseKind.Act, type, plural: false);
            Add(row[2], PhraseKind.Act, type, plural: true);
        }
        foreach (var (row, index) in DataFile.Read("aliases.tsv").Select((row, index) => (row, index)))
            Add(row[0], PhraseKind.Alias, index, plural: false);
        foreach (var ((_, names, adjectives), index) in Regions.Forms.Select((form, index) => (form, index)))
        {
            Add(string.Join(';', names), PhraseKind.Region, index, plural: false);
            Add(string.Join(';', adjectives), PhraseKind.RegionAdjective, index, plural: false);
        }
        foreach (var (row, index) in DataFile.Read("tar-seats.tsv").Select((row, index) => (row, index)))
            Add(row[1], PhraseKind.Seat, index, plural: false);
        foreach (var row in DataFile.Read("courts.tsv"))
            Add(row[1], PhraseKind.Court, (int)Enum.Parse<Court>(row[0]), plural: false);
        foreach (var row in DataFile.Read("rulings.tsv"))
        {
            var ruling = (int)Enum.Parse<Ruling>(row[0]);
            Add(row[1], PhraseKind.Ruling, ruling, plural: false);
            Add(row[2], PhraseKind.Ruling, ruling, plural: true);
        }
        return new Phrasebook(roots);
    }

    // "d.p.r." is written "d.p.r.", "d. p. r." and "dpr": the pieces, and the pieces run together.
    private static IEnumerable<List<string>> Spellings(string form)
    {
        var pieces = form.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        yield return [.. pieces.SelectMany(Words)];
        if (pieces.Any(piece => piece.TrimEnd('.').Contains('.', StringComparison.Ordinal)))
            yield return [.. pieces.Select(piece => piece.Replace(".", "", StringComparison.Ordinal)).SelectMany(Words)];
    }

    private static IEnumerable<string> Words(string piece)
    {
        foreach (var dotted in piece.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var elided = dotted.Split('\'');
            for (var i = 0; i < elided.Length; i++)
                if (elided[i].Length > 0)
                    yield return i < elided.Length - 1 ? elided[i] + '\'' : elided[i];
        }
    }

    private static void Insert(Dictionary<uint, Node> roots, List<string> words, Phrase phrase)
    {
        var level = roots;
        Node? node = null;
        foreach (var written in words)
        {
            var elided = written[^1] == '\'';
            var word = elided ? written[..^1] : written;
            var hash = elided && word.Length == 1 ? Folding.Elide(Folding.Hash(word)) : Folding.Hash(word);
            if (!level.TryGetValue(hash, out node))
                level[hash] = node = new Node(word);
            level = node.Next ??= [];
        }
        if (node is not null && !node.Phrases.Contains(phrase) && !(phrase.Kind == PhraseKind.Alias && node.Phrases.Exists(other => other.Kind == PhraseKind.Alias)))
            node.Phrases.Add(phrase);
    }

    private sealed class Node(string word)
    {
        public List<Phrase> Phrases { get; } = [];

        public Dictionary<uint, Node>? Next { get; set; }

        public bool IsSpelled(in Passage passage, int at) => Folding.SameWord(passage.Letters(at), word);
    }
}
