using Hub.Citations.Text;

namespace Hub.Citations.Reading;

/// <summary>Reads a roman numeral of a comma, from I to XXXIX: "art. 117, II comma". Refuses lower case, where "i" is an article.</summary>
internal static class RomanNumeral
{
    private const int Longest = 6;

    /// <summary>Its value, or zero when no numeral stands there.</summary>
    public static int At(in Passage passage, int at)
    {
        var token = passage[at];
        if (token.Kind != TokenKind.Word || token.Length > Longest || !token.Has(TokenTraits.Capital) || token.Has(TokenTraits.Elided))
            return 0;
        var (value, before) = (0, 0);
        var letters = passage.Text(at);
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var digit = letters[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            if (digit == 0)
                return 0;
            value += digit < before ? -digit : digit;
            before = Math.Max(before, digit);
        }
        return value;
    }
}
