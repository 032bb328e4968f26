using Hub.Content.Vocabularies;

namespace Hub.Web.Vocabularies;

/// <summary>The form of a term. Hostile.</summary>
/// <param name="Parent">As <see cref="TermChoice"/> reads it; empty for the top.</param>
public sealed record TermInput(string? Name, string? Code, string? Parent, string? Description)
{
    /// <summary>A national code, or <c>puglia/code</c>; names are understood too.</summary>
    public string? Same { get; init; }

    public string? Into { get; init; }
}

/// <summary>A term chosen by typing: its name, its code, or both as completion writes them.</summary>
public static class TermChoice
{
    /// <summary>More aren't offered for completion; they can be typed.</summary>
    public const int Most = 1000;

    /// <returns>The code; what was typed when no term is meant by it.</returns>
    public static string Read(Vocabulary vocabulary, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0 || vocabulary.Find(text) is not null)
            return text;
        if (text.EndsWith(')') && text.LastIndexOf('(') is >= 0 and var open && vocabulary.Find(text[(open + 1)..^1]) is { } coded)
            return coded.Code;
        var named = vocabulary.Terms.Where(term => string.Equals(term.Name, text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named.Count == 1 ? named[0].Code : text;
    }

    public static string Write(Vocabulary vocabulary, string? code) => code is null ? "" : vocabulary.Find(code) is { } term ? Write(term) : code;

    public static string Write(Term term) => $"{term.Name} ({term.Code})";
}
