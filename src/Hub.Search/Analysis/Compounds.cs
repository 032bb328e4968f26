using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>Which neighbours make one word: <c>co-progettazione</c>, <c>co progettazione</c> and <c>coprogettazione</c> are the same.</summary>
internal static class Compounds
{
    public const string Version = "compound-it-1";

    /// <summary>Prefixes that are no words of their own: with hyphen or blank they belong to what follows.</summary>
    private static readonly FrozenSet<string> Prefixes = new[]
    {
        "co", "pre", "post", "anti", "inter", "intra", "multi", "pluri", "poli", "sub", "micro", "macro", "bio", "geo", "neo", "pseudo", "semi", "ri",
        "infra", "trans", "iper", "ultra", "eco", "socio", "psico", "agro", "euro", "tele", "video", "auto", "mono", "bi", "tri", "extra", "super",
        "vice", "ex", "non", "mini", "maxi", "contro", "retro", "sotto", "sovra", "sopra",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of them that hardly occur alone, so that a blank after them is a slip.</summary>
    private static readonly FrozenSet<string> Inseparable = new[]
    {
        "co", "pre", "anti", "inter", "intra", "multi", "pluri", "sub", "micro", "macro", "pseudo", "semi", "infra", "iper",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int LongestPrefix = 6;

    private static readonly FrozenSet<string> Articles =
        new[] { "art", "art.", "artt", "artt.", "articolo", "articoli" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InseparableLookup = Inseparable.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ArticleLookup = Articles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/>, joined to the next word in that way, is a mere prefix of it.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word, Joint joint) => joint switch
    {
        Joint.Hyphen => word.Length <= LongestPrefix && PrefixLookup.Contains(word),
        Joint.Blank => word.Length <= LongestPrefix && InseparableLookup.Contains(word),
        _ => false,
    };

    /// <summary>Whether the word announces the number of an article of law.</summary>
    public static bool IsArticleOfLaw(ReadOnlySpan<char> word) => word.Length <= 8 && ArticleLookup.Contains(word);
}
