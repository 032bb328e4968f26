using System.Text.RegularExpressions;
using Hub.Citations;

namespace Hub.SiteSearch.Search;

/// <summary>Legal sources: which one a reader typed, and which ones an item is about.</summary>
internal static partial class CitedNorms
{
    /// <summary>The part of what was typed that the citation has to cover; beside it stand only words like “testo”.</summary>
    private const double MostOfIt = 0.8;

    /// <summary>The source that somebody typed, when that is all that was typed.</summary>
    /// <param name="region">Of the portal: it says which region's law is meant.</param>
    public static CitedNorm? Typed(string text, string region)
    {
        if (Find(Spelled(text), region) is not [var citation] || citation.Text.Length < MostOfIt * text.Trim().Length)
            return null;
        var names = Names(citation).ToList();
        return names.Count == 0 ? null : new CitedNorm(citation.Text, [.. names.Select(name => name.Value)], names.FirstOrDefault(name => name.Address is not null)?.Address);
    }

    /// <summary>
    /// The sources that an item is about: those that its title or its names cite, and those among its norms whose article the title
    /// counts, as “Gli articoli 55, 56 e 57”.
    /// </summary>
    public static IEnumerable<string> AboutKeys(string region, IReadOnlyList<string> names, IEnumerable<string> norms)
    {
        var cited = names.SelectMany(name => Find(name, region)).SelectMany(Names).Select(name => name.Value);
        var numbers = Number().Matches(names[0]).Select(number => "~art" + number.Value).ToList();
        return cited.Concat(norms.Where(norm => numbers.Exists(number => norm.EndsWith(number, StringComparison.Ordinal)))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The source that a text field names an item to be, such as a norm's own URN.</summary>
    public static IEnumerable<string> IdentityKeys(IEnumerable<string> texts) => texts.Where(IsName).Select(name => "=" + name);

    /// <summary>Whether a text is nothing but the name of a source.</summary>
    private static bool IsName(string text) =>
        text.Length < 200 && (text.StartsWith("urn:nir:", StringComparison.Ordinal) || text.StartsWith("ECLI:", StringComparison.Ordinal) || text.StartsWith("CELEX:", StringComparison.Ordinal));

    private static IReadOnlyList<Citation> Find(string text, string region) => CitationFinder.Find(text, new CitationOptions { Region = Citations.Region.Find(region) });

    /// <summary>The certain names, else the likely ones, else all.</summary>
    private static IReadOnlyList<Identifier> Names(Citation citation) =>
        citation.Identifiers is { Count: > 0 } certain ? certain : citation.Preferred is { Count: > 0 } likely ? likely : citation.Candidates;

    /// <summary>“lr 65 2020” is what people type for “lr 65/2020”.</summary>
    private static string Spelled(string text) => NumberAndYear().Replace(text, "${number}/${year}");

    [GeneratedRegex(@"(?<![0-9/])(?<number>[0-9]{1,4}) +(?<year>(19|20)[0-9]{2})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex NumberAndYear();

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.None, 100)]
    private static partial Regex Number();
}

/// <summary>A legal source that a reader typed.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Names">URN:NIR, ECLI or CELEX; several when it is not certain.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record CitedNorm(string Text, IReadOnlyList<string> Names, Uri? Address)
{
    /// <summary>An article or a comma was typed, not the whole act.</summary>
    public bool IsPart => Names.Any(name => name.Contains('~', StringComparison.Ordinal));

    /// <summary>By which what is the source itself is found.</summary>
    public IReadOnlyList<string> Identities => [.. Names.Select(name => "=" + name.Split('~')[0]).Distinct(StringComparer.Ordinal)];
}
