namespace Hub.Search.Searching;

/// <summary>The words of a field that begin like one of the query's, each with how much it counts as that word.</summary>
internal sealed record WordFamily(IReadOnlyList<(string Word, float Kinship)> Members, float Rarity)
{
    private const int CommonLetters = 4;
    private const float LeastKinship = 0.1f;
    private const int MaxMembers = 64;

    public static WordFamily Of(SearchContext search, string field, string word, bool alone)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in search.Segments)
        {
            var words = segment.Segment.Text(field).Words!;
            if (alone || word.Length < CommonLetters || char.IsAsciiDigit(word[0]))
                counts[word] = counts.GetValueOrDefault(word) + (segment.Postings(field, stems: false, word)?.Count ?? 0);
            else
                AddRelatives(counts, words.WordList.StartingWith(word[..CommonLetters]), word);
        }
        var members = counts.Where(count => count.Value > 0).Select(count => (Word: count.Key, Kinship: KinshipOf(word, count.Key), Count: count.Value))
            .OrderByDescending(member => member.Kinship).ThenBy(member => member.Word, StringComparer.Ordinal).Take(MaxMembers).ToArray();
        var documents = Math.Min(search.Documents, members.Sum(member => (double)member.Kinship * member.Count));
        var rarity = alone || documents == 0 ? 0 : (float)search.Rarity((long)Math.Ceiling(documents));
        return new WordFamily([.. members.Select(member => (member.Word, member.Kinship))], rarity);
    }

    private static void AddRelatives(Dictionary<string, int> counts, IEnumerable<(string Word, int Documents)> words, string word)
    {
        foreach (var (other, documents) in words)
        {
            if (KinshipOf(word, other) > LeastKinship)
                counts[other] = counts.GetValueOrDefault(other) + documents;
        }
    }

    /// <summary>The cube of the common beginning's part of the longer word: 1 for the word itself.</summary>
    private static float KinshipOf(string word, string other)
    {
        var common = word.AsSpan().CommonPrefixLength(other) / (float)Math.Max(word.Length, other.Length);
        return common * common * common;
    }
}
