using System.Globalization;

namespace Hub.Citations.Resolving;

/// <summary>CELEX numbers and European Legislation Identifiers of acts of the Union, and their address at EUR-Lex.</summary>
internal static class Celex
{
    private const string Prefix = "CELEX:";

    public static string? Of(ActReference act)
    {
        if (act.Celex is not null)
            return Prefix + act.Celex;
        if (act.Year is not { } year || act.Number is null || Letter(act.Type) is not { } letter)
            return null;
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}3{year}{letter}{act.Number.PadLeft(4, '0')}");
    }

    /// <summary>The case of the Court of Justice or of the General Court: judgments, not opinions.</summary>
    public static string? OfCase(string number)
    {
        // "C-113/13"
        var slash = number.IndexOf('/', StringComparison.Ordinal);
        if (slash < 3 || !int.TryParse(number.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        year += year >= 100 ? 0 : year >= 50 ? 1900 : 2000;
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}6{year}{number[0]}J{number[2..slash].PadLeft(4, '0')}");
    }

    public static Uri Address(string celex) => new("https://eur-lex.europa.eu/legal-content/IT/TXT/?uri=" + celex);

    public static string? Eli(ActReference act)
    {
        if (act.Year is not { } year || act.Number is null)
            return null;
        var type = act.Type switch
        {
            ActType.EuropeanRegulation => "reg",
            ActType.EuropeanDirective => "dir",
            ActType.EuropeanDecision => "dec",
            _ => null,
        };
        if (act.Procedure is { } procedure && type is not null)
            type += procedure;
        return type is null ? null : string.Create(CultureInfo.InvariantCulture, $"http://data.europa.eu/eli/{type}/{year}/{act.Number}/oj");
    }

    public static ActReference? Parse(string celex)
    {
        if (celex.StartsWith("12012", StringComparison.Ordinal))
            return new ActReference { Type = ActType.Treaty, Year = 2012, Celex = celex };
        if (celex.Length < 10 || celex[0] != '3' || !int.TryParse(celex.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        var number = celex[6..].TrimStart('0');
        foreach (var type in (ReadOnlySpan<ActType>)[ActType.EuropeanRegulation, ActType.EuropeanDirective, ActType.EuropeanDecision, ActType.EuropeanFrameworkDecision, ActType.EuropeanRecommendation])
            if (Letter(type) == celex[5] && number.Length > 0)
                return new ActReference { Type = type, Year = year, Number = number };
        return null;
    }

    private static char? Letter(ActType type) => type switch
    {
        ActType.EuropeanRegulation => 'R',
        ActType.EuropeanDirective => 'L',
        ActType.EuropeanDecision => 'D',
        ActType.EuropeanFrameworkDecision => 'F',
        ActType.EuropeanRecommendation => 'H',
        _ => null,
    };
}
