using System.Globalization;
using Hub.Citations.Resolving;
using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>What a keyword announces. <see cref="Passed"/>: named but not identified ("secondo periodo", "ultimo comma").</summary>
internal readonly record struct PartitionKeyword(PartitionLevel Level, bool Plural, bool Paragraph, bool Number, bool Passed);

/// <summary>The words of partitions: keywords, values, separators.</summary>
internal static class PartitionWords
{
    /// <summary>The longest value read: "2969" articles, "1181" commi of a budget act.</summary>
    private const int LongestValue = 4;

    private static readonly List<string> NoOrdinals = [];

    /// <summary>Reads "articoli", "comma", "lett.", "n.", "§", or an ordinal before its noun ("primo comma", "primo e secondo comma", "1° comma").</summary>
    public static bool TryKeyword(in Passage passage, int at, out PartitionKeyword keyword, out int next, out List<string> ordinals)
    {
        ordinals = NoOrdinals;
        next = passage.SkipDot(at + 1);
        keyword = passage.TermAt(at) switch
        {
            Term.Article => new(PartitionLevel.Article, false, false, false, false),
            Term.Articles => new(PartitionLevel.Article, true, false, false, false),
            Term.Comma => new(PartitionLevel.Comma, false, false, false, false),
            Term.Commas => new(PartitionLevel.Comma, true, false, false, false),
            Term.Paragraph => new(PartitionLevel.Comma, true, true, false, false),
            Term.Letter => new(PartitionLevel.Letter, true, false, false, false),
            Term.Letters => new(PartitionLevel.Letter, true, false, false, false),
            Term.Number => new(PartitionLevel.Number, false, false, true, false),
            Term.Numbers => new(PartitionLevel.Number, true, false, true, false),
            Term.Point => new(PartitionLevel.Number, false, false, false, false),
            _ => new(PartitionLevel.Number, false, false, false, true),
        };
        if (!keyword.Passed)
        {
            // "c" and "co" are commi only before a number: "c.c." is a code.
            if (passage.TermAt(at) is Term.Comma or Term.Commas && passage[at].Length < 5 && !passage.IsNumber(next))
                return false;
            if (passage[at].Has(TokenTraits.Elided))
                return false;
            // "co. 797-804", "co. 1, 2 e 3": the abbreviation has no plural.
            if (keyword.Level == PartitionLevel.Comma && passage[at].Length < 5)
                keyword = keyword with { Plural = true };
            if (keyword.Level == PartitionLevel.Article && passage.IsSymbol(next, ',') && passage.IsNumber(next + 1) && passage[at].Length <= 4)
                next++;
            if (keyword.Level == PartitionLevel.Article)
                next = PassMark(passage, next, ref keyword);
            if (keyword.Number)
                while (passage.Symbol(next) is '.' or '°')
                    next++;
            return true;
        }
        return TryOrdinalKeyword(passage, at, out keyword, out next, out ordinals);
    }

    // "art. n. 55", "artt. nn. 55 e 56", "art.li 55 e 56"
    private static int PassMark(in Passage passage, int at, ref PartitionKeyword keyword)
    {
        if (passage.Reads(at, "li") && passage.Touches(at))
        {
            keyword = keyword with { Plural = true };
            return passage.SkipDot(at + 1);
        }
        if (passage.TermAt(at) is not (Term.Number or Term.Numbers))
            return at;
        var next = at + 1;
        while (passage.Symbol(next) is '.' or '°')
            next++;
        return passage.IsNumber(next) ? next : at;
    }

    public static bool TryValue(in Passage passage, int at, PartitionLevel level, out int next, out string value)
    {
        if (level == PartitionLevel.Letter)
            return TryLetter(passage, at, out next, out value);
        (next, value) = (at + 1, "");
        var token = passage[at];
        if (level == PartitionLevel.Comma && token.Term == Term.Ordinal)
        {
            value = token.Value.ToString(CultureInfo.InvariantCulture);
            return true;
        }
        if (level == PartitionLevel.Comma && RomanNumeral.At(passage, at) is var roman and > 0)
        {
            value = roman.ToString(CultureInfo.InvariantCulture);
            return true;
        }
        if (level == PartitionLevel.Article && passage.Reads(at, "unico"))
        {
            value = "1";
            return true;
        }
        if (token.Kind != TokenKind.Number || token.Length > LongestValue || token.Value == 0)
            return false;
        if (passage.Symbol(next) is '%' or '€' || (passage.IsSymbol(next, '/') && passage.IsNumber(next + 1) && !IsPair(passage, at, level)))
            return false;
        if (passage.TermAt(next) == Term.Month)
            return false;
        value = level == PartitionLevel.Article ? token.Value.ToString(CultureInfo.InvariantCulture) : passage.Text(at).TrimEnd("°º").ToString();
        ReadSuffix(passage, ref next, ref value);
        // "comma 20/c": a letter of the comma.
        if (level == PartitionLevel.Comma && passage.IsSymbol(next, '/') && passage.IsWord(next + 1) && passage[next + 1].Length == 1 && passage.Touches(next + 1))
            next += 2;
        if (passage.IsSymbol(next, ')') && (level == PartitionLevel.Number || (level == PartitionLevel.Comma && passage.TermAt(passage.SkipComma(next + 1)) is Term.Letter or Term.Letters)))
            next++;
        return true;
    }

    // "artt. 46/47" are neighbours; "241/90" is an act.
    private static bool IsPair(in Passage passage, int at, PartitionLevel level) =>
        level == PartitionLevel.Article && passage[at + 2].Length <= LongestValue && passage[at + 2].Value - passage[at].Value is > 0 and < 10;

    /// <summary>Reads ", ", " e ", ", e ", "; " between two members; <paramref name="closes"/> after "e" or "o".</summary>
    public static bool TrySeparator(in Passage passage, int at, out int next, out bool closes)
    {
        next = at;
        if (passage.Symbol(next) is ',' or ';')
            next++;
        // In "lettere d), e), f)" and "d, e, f" the "e" is a letter; "e'" is a verb.
        closes = passage.TermAt(next) is Term.And or Term.Or && !(passage[next].Has(TokenTraits.Elided) && passage[next].Length <= 2)
            && !(next > at && passage[next].Length == 1 && passage.Symbol(next + 1) is ')' or ',');
        if (closes)
            next = passage.IsSymbol(next + 1, '/') && passage.TermAt(next + 2) == Term.Or ? next + 3 : next + 1;
        return next > at;
    }

    /// <summary>False when the number just read counts something: "e 12 mesi", "o 3 anni".</summary>
    public static bool MayFollow(in Passage passage, int at)
    {
        var token = passage[at];
        if (token.Kind == TokenKind.Number)
            return false;
        return token.Kind != TokenKind.Word || token.Term != Term.None || token.Has(TokenTraits.OpensPhrase) || token.Has(TokenTraits.Capital);
    }

    /// <summary>"n. 3" after a comma or a letter is a number of the list, unless it is the number of an act.</summary>
    public static bool IsNumberOfList(in Passage passage, int at)
    {
        if (!TryKeyword(passage, at, out _, out var next, out _) || passage[next].Length > 2)
            return false;
        if (passage.TermAt(at) == Term.Numbers && passage.TermAt(next) == Term.Da && passage.IsNumber(next + 1))
            return true;
        if (!passage.IsNumber(next))
            return false;
        if (passage.IsSymbol(next + 1, ')'))
            return true;
        return !passage.IsSymbol(next + 1, '/') && !(passage.TermAt(next + 1) == Term.Of && passage.IsNumber(next + 2));
    }

    /// <summary>Passes "e seguenti", "e ss.", "segg.".</summary>
    public static int PassFollowing(in Passage passage, int at)
    {
        var next = passage.SkipComma(at);
        if (passage.TermAt(next) == Term.And)
            next++;
        return passage.TermAt(next) == Term.Following ? passage.SkipDot(next + 1) : at;
    }

    /// <summary>True if the second value comes after the first in an act.</summary>
    public static bool Ascends(string first, string second) => Leading(second) > Leading(first);

    private static int Leading(string value)
    {
        var digits = value.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? value.Length : end;
        return int.TryParse(value.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static bool TryOrdinalKeyword(in Passage passage, int at, out PartitionKeyword keyword, out int next, out List<string> ordinals)
    {
        (keyword, next, ordinals) = (default, at, NoOrdinals);
        // "u.c.", "ult. co."
        if (passage.Reads(at, "u") && passage.IsSymbol(at + 1, '.') && passage.Reads(at + 2, "c"))
            return Pass(out keyword, out next, passage.SkipDot(at + 3));
        if (passage.Reads(at, "ult") && passage.TermAt(passage.SkipDot(at + 1)) == Term.Comma)
            return Pass(out keyword, out next, passage.SkipDot(passage.SkipDot(at + 1) + 1));
        if (passage.Reads(at, "cpv"))
            return Pass(out keyword, out next, passage.SkipDot(at + 1));
        if (!IsOrdinal(passage, at))
            return passage.TermAt(at) == Term.Sentence && TrySentence(passage, at, out next) && Pass(out keyword, out next, next);
        var noun = at + 1;
        while (passage.TermAt(noun) is Term.And or Term.Or || passage.IsSymbol(noun, ','))
        {
            if (!IsOrdinal(passage, noun + 1))
                return false;
            noun += 2;
        }
        var term = passage.TermAt(noun);
        if (term == Term.Sentence)
            return Pass(out keyword, out next, noun + 1);
        if (term is not (Term.Comma or Term.Commas))
            return false;
        if (passage.TermAt(at) == Term.LastOrdinal)
            return Pass(out keyword, out next, noun + 1);
        ordinals = [];
        for (var i = at; i < noun; i += 2)
            ordinals.Add((RomanNumeral.At(passage, i) is var roman and > 0 ? roman : passage[i].Value).ToString(CultureInfo.InvariantCulture));
        keyword = new PartitionKeyword(PartitionLevel.Comma, ordinals.Count > 1, false, false, false);
        next = passage.SkipDot(noun + 1);
        if (passage[noun].Length == 5)
            next = noun + 1;
        return true;
    }

    // "periodo 2", "alinea", "capoverso 3-bis"
    private static bool TrySentence(in Passage passage, int at, out int next)
    {
        next = at + 1;
        var numbered = passage.IsNumber(next);
        if (numbered)
        {
            var value = "";
            next++;
            ReadSuffix(passage, ref next, ref value);
        }
        return numbered || passage.Reads(at, "alinea") || passage.Reads(at, "inciso") || passage.Reads(at, "capoverso");
    }

    private static bool Pass(out PartitionKeyword keyword, out int next, int after)
    {
        keyword = new PartitionKeyword(PartitionLevel.Number, false, false, false, Passed: true);
        next = after;
        return true;
    }

    private static bool IsOrdinal(in Passage passage, int at) =>
        passage.TermAt(at) is Term.Ordinal or Term.LastOrdinal || (passage.IsNumber(at) && (passage[at].Has(TokenTraits.Ordinal) || IsBeforeComma(passage, at)))
        || (RomanNumeral.At(passage, at) > 0 && passage.TermAt(at + 1) is Term.Comma or Term.And or Term.Sentence);

    // "art. 360, 1 comma"
    private static bool IsBeforeComma(in Passage passage, int at) =>
        passage[at].Length <= 2 && passage.TermAt(at + 1) == Term.Comma && passage[at + 1].Length >= 2 && !passage.IsNumber(passage.SkipDot(at + 2));

    // "a)", "a-bis)", "mm)", "«a»"; 'e' and 'o' are letters only where they cannot join.
    private static bool TryLetter(in Passage passage, int at, out int next, out string value)
    {
        (next, value) = (at, "");
        if (passage.IsSymbol(at, '"'))
            at++;
        // "lett. 0a)", put before letter a)
        var zero = passage.IsNumber(at) && passage[at] is { Value: 0, Length: 1 } && passage.Touches(at + 1);
        if (zero)
            at++;
        var token = passage[at];
        if (token.Kind != TokenKind.Word || token.Length > 2 || token.Has(TokenTraits.Elided))
            return false;
        var letters = passage.Text(at);
        if (!char.IsAsciiLetter(letters[0]) || (letters.Length == 2 && letters[0] != letters[1]))
            return false;
        next = at + 1;
        value = (zero ? "0" : "") + letters.ToString().ToLowerInvariant();
        ReadSuffix(passage, ref next, ref value);
        if (passage.Symbol(next) is ')' or '"')
        {
            next++;
            return true;
        }
        // In "lett. c), d.lgs. 159/2011" and "lett. a), l. 241/1990" the next letter opens an act, unless its dot ends the sentence.
        if (passage.IsSymbol(next, '.') && passage[next + 1].Kind != TokenKind.End && !(passage[next + 1].Has(TokenTraits.SpaceBefore) && passage[next + 1].Has(TokenTraits.Capital)))
            return false;
        return token.Term is not (Term.And or Term.Or or Term.A) || passage.Symbol(next) is ',' or ';' or '.' || passage.TermAt(next) == Term.Of || passage.TermAt(at - 1) == Term.And || value.Length > 1 || (token.Term == Term.A && token.Length == 1);
    }

    // "-bis", " bis", "bis", "-vicies ter", "-bis.1"
    private static void ReadSuffix(in Passage passage, ref int next, ref string value)
    {
        var at = passage.IsSymbol(next, '-') ? next + 1 : next;
        if (passage.TermAt(at) != Term.Suffix)
            return;
        do
        {
            value += passage.Text(at).ToString().ToLowerInvariant();
            next = at + 1;
            at = passage.IsSymbol(next, '-') ? next + 1 : next;
        }
        while (passage.TermAt(at) == Term.Suffix);
        if (passage.IsSymbol(next, '.') && passage.Touches(next) && passage.Touches(next + 1) && passage.IsNumber(next + 1) && passage[next + 1].Length <= 2)
        {
            value += passage.Text(next..(next + 2));
            next += 2;
        }
    }
}
