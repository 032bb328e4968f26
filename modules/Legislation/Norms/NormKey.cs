namespace Hub.Legislation.Norms;

/// <summary>
/// The act, and the article of it, that an identifier names: one key for all its ways of writing. Number and year single
/// out an act, so the day is left away; annex, version and what lies below the article are too. A decision of the Corte
/// costituzionale goes by its ECLI.
/// </summary>
/// <param name="Act">Such as <c>stato:decreto.legislativo:2017;117</c>, <c>CELEX:32016R0679</c>, <c>ECLI:IT:COST:2020:131</c>.</param>
/// <param name="Article">Such as <c>55</c> or <c>3bis</c>; empty for the whole act.</param>
public readonly record struct NormKey(string Act, string Article)
{
    private const string Nir = "urn:nir:";
    private const string ConstitutionalCourt = "corte.costituzionale:sentenza:";

    public NormKey Whole => this with { Article = "" };

    /// <summary>Reads a URN:NIR, a CELEX or an ECLI; null when it is none of them. Never throws.</summary>
    public static NormKey? Of(string identifier)
    {
        var text = identifier.Trim();
        if (text.Length > 250 || text.Any(char.IsWhiteSpace))
            return null;
        var tilde = text.IndexOf('~', StringComparison.Ordinal);
        var act = Cut(tilde < 0 ? text : text[..tilde]);
        var article = tilde < 0 ? "" : ArticleOf(text[(tilde + 1)..]);
        if (act.StartsWith(Nir, StringComparison.OrdinalIgnoreCase))
            return OfNir(act[Nir.Length..].ToLowerInvariant()) is { } key ? new NormKey(key, article) : null;
        if (act.StartsWith("CELEX:", StringComparison.OrdinalIgnoreCase) && act.Length is > 10 and < 40 && act.Skip(6).All(char.IsAsciiLetterOrDigit))
            return new NormKey(act.ToUpperInvariant(), article);
        return act.StartsWith("ECLI:", StringComparison.OrdinalIgnoreCase) && act.Split(':') is { Length: 5 } parts && parts.All(IsEcliPart) ? new NormKey(act.ToUpperInvariant(), "") : null;
    }

    /// <summary>A URN that names the same, for who must be asked in public: <c>urn:nir:stato:legge:1990;241~art12</c>.</summary>
    public override string ToString() =>
        (Act.StartsWith("CELEX:", StringComparison.Ordinal) || Act.StartsWith("ECLI:", StringComparison.Ordinal) ? Act : Nir + Act)
        + (Article.Length > 0 ? "~art" + Article : "");

    private static bool IsEcliPart(string part) => part.Length is > 0 and < 40 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    /// <summary>Without version (<c>@</c>, <c>!</c>) and fragment.</summary>
    private static string Cut(string text) => text.IndexOfAny(['@', '!', '#']) is >= 0 and var end ? text[..end] : text;

    private static string? OfNir(string name)
    {
        var parts = name.Split(':');
        if (parts.Length < 3 || parts.Any(part => part.Length == 0))
            return null;
        var (date, number) = parts[2].IndexOf(';', StringComparison.Ordinal) is >= 0 and var semicolon
            ? (parts[2][..semicolon], parts[2][(semicolon + 1)..])
            : (parts[2], "");
        if (date.Length is not (4 or 10) || !date[..4].All(char.IsAsciiDigit))
            return null;
        if (name.StartsWith(ConstitutionalCourt, StringComparison.Ordinal) && number.Length > 0)
            return $"ECLI:IT:COST:{date[..4]}:{number}";
        return number.Length > 0 ? $"{parts[0]}:{parts[1]}:{date[..4]};{number}" : $"{parts[0]}:{parts[1]}:{date}";
    }

    private static string ArticleOf(string partition)
    {
        var first = Cut(partition).Split('-')[0].ToLowerInvariant();
        return first.StartsWith("art", StringComparison.Ordinal) && first.Length is > 3 and < 24 ? first[3..] : "";
    }
}
