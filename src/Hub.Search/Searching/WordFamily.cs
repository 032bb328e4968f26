using Hub.Search.Analysis;
using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>
/// The words of a field that may stand for one of the query's, each with how much it counts as that word: the word itself, its
/// inflections, words that begin like it, and words that are often said for it.
/// </summary>
internal sealed record WordFamily(IReadOnlyList<(string Word, float Kinship)> Members, float Rarity)
{
    private const int CommonLetters = 4;
    private const float LeastKinship = 0.1f;
    private const float SameStem = 0.6f;
    private const float NearWord = 0.18f;
    private const int MaxMembers = 64;

    public static WordFamily Of(SearchContext search, string field, TypedWord typed)
    {
        var members = new Dictionary<string, (float Kinship, int Count)>(StringComparer.Ordinal);
        var near = typed.Stem is not null && search.Schema.Analyzer.IsItalian ? ItalianNearWords.Of(typed.Stem) : [];
        foreach (var segment in search.Segments)
        {
            if (typed.IsStopWord || typed.Word.Length < CommonLetters || char.IsAsciiDigit(typed.Word[0]))
            {
                Add(members, typed.Word, 1, segment.Postings(field, stems: false, typed.Word)?.Count ?? 0);
                continue;
            }
            var words = segment.Segment.Text(field).Words!.WordList;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            AddAll(members, seen, words.WithStem(typed.Stem!, search.Schema.Analyzer), typed.Word, SameStem);
            AddAll(members, seen, near.SelectMany(stem => words.WithStem(stem, search.Schema.Analyzer)), typed.Word, NearWord);
            AddAll(members, seen, words.StartingWith(typed.Word[..CommonLetters]), typed.Word, 0);
        }
        var closest = members.Where(member => member.Value.Count > 0).OrderByDescending(member => member.Value.Kinship)
            .ThenBy(member => member.Key, StringComparer.Ordinal).Take(MaxMembers).ToArray();
        var documents = Math.Min(search.Documents, closest.Sum(member => (double)member.Value.Kinship * member.Value.Count));
        var rarity = typed.IsStopWord || documents == 0 ? 0 : (float)search.Rarity((long)Math.Ceiling(documents));
        return new WordFamily([.. closest.Select(member => (member.Key, member.Value.Kinship))], rarity);
    }

    /// <summary>Adds words of one segment that were not <paramref name="seen"/> there yet.</summary>
    private static void AddAll(
        Dictionary<string, (float Kinship, int Count)> members, HashSet<string> seen, IEnumerable<(string Word, int Documents)> words, string typed, float least)
    {
        foreach (var (word, documents) in words)
        {
            var kinship = Math.Max(least, KinshipOf(typed, word));
            if (kinship > LeastKinship && seen.Add(word))
                Add(members, word, kinship, documents);
        }
    }

    private static void Add(Dictionary<string, (float Kinship, int Count)> members, string word, float kinship, int documents) =>
        members[word] = (kinship, members.GetValueOrDefault(word).Count + documents);

    /// <summary>The cube of the common beginning's part of the longer word, if it is long enough: 1 for the word itself.</summary>
    private static float KinshipOf(string word, string other)
    {
        var letters = word.AsSpan().CommonPrefixLength(other);
        var common = letters < CommonLetters ? 0 : letters / (float)Math.Max(word.Length, other.Length);
        return common * common * common;
    }
}
