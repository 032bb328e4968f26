using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>Articles, prepositions and the like that Italian cuts short before a vowel: the <c>dell</c> of <c>dell'acqua</c>.</summary>
internal static class Elision
{
    public const string Version = "elision-it-1";

    private static readonly FrozenSet<string> Words = new[]
    {
        "l", "un", "gl", "d", "c", "m", "t", "s", "v", "n", "j", "all", "dall", "dell", "nell", "sull", "coll", "pell", "quest", "quell",
        "com", "cos", "dov", "quand", "anch", "neanch", "nient", "tutt", "mezz", "bell", "sant", "senz", "ond", "ciascun", "nessun",
        "alcun", "qualcun", "qual", "perch", "finch", "agl", "dagl", "degl", "negl", "sugl",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the letters before an apostrophe are grammar only.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
