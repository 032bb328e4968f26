using System.Globalization;
using System.Text;

namespace Hub.Search.Analysis;

/// <summary>
/// Cuts text into words by Unicode letters, digits and marks, and keeps together what Italian administration writes
/// together: <c>117/2017</c>, <c>55-bis</c>, <c>L.R.</c>, <c>d.lgs.</c>, <c>25.741.242,72</c>, e-mail addresses.
/// Any text is acceptable, lone surrogates included. Part of an analyser's version: see <see cref="Version"/>.
/// </summary>
internal static class Tokenizer
{
    public const string Version = "tokenizer-1";

    /// <summary>Longer runs are cut, so that no hostile text makes an unbounded term.</summary>
    public const int MaxTokenLength = 120;

    private const int MaxAbbreviationPart = 4;

    private static readonly string[] Ordinals =
    [
        "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies",
        "terdecies", "quaterdecies", "quinquiesdecies", "sexiesdecies", "vicies",
    ];

    /// <summary>Appends every token of <paramref name="text"/> to <paramref name="tokens"/>, in the order of the text.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<RawToken> tokens)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWordAt(text, at, out var width))
            {
                at += width;
                continue;
            }
            var (end, kind) = Measure(text, at);
            tokens.Add(new RawToken(at, end, kind, JointAt(text, end)));
            at = end;
        }
    }

    private static (int End, TokenKind Kind) Measure(ReadOnlySpan<char> text, int start)
    {
        if (IsIdeograph(text[start]))
            return (start + 1, TokenKind.Word);
        var end = WordEnd(text, start);
        if (EmailEnd(text, start, end) is var mail && mail > end)
            return (mail, TokenKind.Email);
        if (char.IsAsciiDigit(text[start]))
            return (NumberEnd(text, end), TokenKind.Number);
        if (AbbreviationEnd(text, start, end) is var dotted && dotted > end)
            return (dotted, TokenKind.Abbreviation);
        if (end < text.Length && IsApostrophe(text[end]))
            return (end, TokenKind.Elided);
        return (end, TokenKind.Word);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        var limit = Math.Min(text.Length, start + MaxTokenLength);
        while (at < limit && IsWordAt(text, at, out var width) && !IsIdeograph(text[at]))
            at += width;
        return Math.Max(at, start + 1);
    }

    /// <summary>Digits go on over <c>.</c>, <c>,</c> and <c>/</c> when a digit follows, and over <c>-bis</c> and its kin.</summary>
    private static int NumberEnd(ReadOnlySpan<char> text, int end)
    {
        var limit = Math.Min(text.Length, end + MaxTokenLength);
        while (end + 1 < limit && text[end] is '.' or ',' or '/' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end - 1]))
        {
            end++;
            while (end < limit && char.IsLetterOrDigit(text[end]))
                end++;
        }
        if (end + 1 < text.Length && text[end] is '-' or ' ' && OrdinalLength(text[(end + 1)..]) is var ordinal && ordinal > 0)
            return end + 1 + ordinal;
        return end;
    }

    private static int OrdinalLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
            length++;
        foreach (var ordinal in Ordinals)
        {
            if (text[..length].Equals(ordinal, StringComparison.OrdinalIgnoreCase))
                return length;
        }
        return 0;
    }

    /// <summary>
    /// Short groups of letters with dots and no blank between them, at least one of them a single letter, so that a missing
    /// blank after a full stop (<c>fine.Inizio</c>) still divides two words. The closing dot belongs to the token.
    /// </summary>
    private static int AbbreviationEnd(ReadOnlySpan<char> text, int start, int firstEnd)
    {
        if (firstEnd - start > MaxAbbreviationPart)
            return firstEnd;
        var end = firstEnd;
        var single = firstEnd - start == 1;
        var groups = 1;
        while (end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]) && end - start < MaxTokenLength)
        {
            var groupEnd = end + 1;
            while (groupEnd < text.Length && char.IsLetter(text[groupEnd]))
                groupEnd++;
            if (groupEnd - end - 1 > MaxAbbreviationPart)
                break;
            single |= groupEnd - end - 1 == 1;
            groups++;
            end = groupEnd;
        }
        if (groups == 1 || !single)
            return firstEnd;
        return end < text.Length && text[end] == '.' ? end + 1 : end;
    }

    private static int EmailEnd(ReadOnlySpan<char> text, int start, int end)
    {
        var at = end;
        var limit = Math.Min(text.Length, start + MaxTokenLength);
        while (at < limit && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+'))
            at++;
        if (at + 1 >= limit || text[at] != '@' || !char.IsLetterOrDigit(text[at + 1]))
            return end;
        var dots = 0;
        var last = at;
        for (at++; at < limit; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
                last = at;
            else if (text[at] is '.' && at + 1 < limit && char.IsLetterOrDigit(text[at + 1]))
                dots++;
            else if (text[at] != '-')
                break;
        }
        return dots > 0 ? last + 1 : end;
    }

    private static Joint JointAt(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length)
            return Joint.Other;
        if (IsHyphen(text[end]) && IsWordAt(text, end + 1, out _))
            return Joint.Hyphen;
        return text[end] is ' ' or '\u00A0' && IsWordAt(text, end + 1, out _) ? Joint.Blank : Joint.Other;
    }

    private static bool IsWordAt(ReadOnlySpan<char> text, int at, out int width)
    {
        var c = text[at];
        width = 1;
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c);
        if (c is 'ª' or 'º')
            return false;
        if (!char.IsSurrogate(c))
            return IsWord(CharUnicodeInfo.GetUnicodeCategory(c));
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out width) != System.Buffers.OperationStatus.Done)
            return false;
        return IsWord(Rune.GetUnicodeCategory(rune));
    }

    private static bool IsWord(UnicodeCategory category) => category is <= UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;

    /// <summary>Scripts written without blanks: every sign is a word of its own.</summary>
    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '＇';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u00AD';
}
