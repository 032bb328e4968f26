using System.Text.RegularExpressions;
using Hub.Citations;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Search;

/// <summary>Understands what somebody typed as a citation: “art 55 cts”, “dlgs 117/17”, “sent. 131/2020”, “lr 65 2020”. For one scope.</summary>
public sealed partial class NormQuery(NormIndex index)
{
    /// <summary>The part of what was typed that the citation has to cover.</summary>
    private const double MostOfIt = 0.8;

    private const int LongestQuery = 200;
    private const int MostChoices = 6;

    /// <summary>What was meant; several norms when the words leave open which one; null when it is no citation, or of nothing that is known here or in public.</summary>
    public async Task<CitedQuery?> Of(Kernel.Regions.Region region, string typed, CancellationToken cancel = default)
    {
        var text = NumberAndYear().Replace(typed.Trim(), "${number}/${year}");
        if (text.Length is 0 or > LongestQuery || CitationFinder.Find(text, new CitationOptions { Region = Citations.Region.Find(region.Id) }) is not [var citation] || citation.Text.Length < MostOfIt * text.Length)
            return null;
        var names = citation.Ambiguous ? citation.Candidates : citation.Identifiers;
        var choices = new List<CitedChoice>();
        foreach (var key in names.Select(name => NormKey.Of(name.Value)).OfType<NormKey>().Distinct())
        {
            if (choices.Count < MostChoices && await index.Find(region, key.Act, cancel) is { } norm)
                choices.Add(new CitedChoice(norm, key.Article));
        }

        var address = citation.Ambiguous ? null : names.FirstOrDefault(name => name.Address is not null)?.Address;
        return choices.Count > 0 || address is not null ? new CitedQuery(citation.Text, choices, address) : null;
    }

    [GeneratedRegex(@"(?<![0-9/])(?<number>[0-9]{1,4}) +(?<year>(19|20)[0-9]{2})$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex NumberAndYear();
}

/// <summary>A query that is a citation.</summary>
/// <param name="Address">Where the public can read it; null when no service resolves it.</param>
public sealed record CitedQuery(string Text, IReadOnlyList<CitedChoice> Choices, Uri? Address);

/// <summary>A norm that may be meant.</summary>
/// <param name="Article">Empty for the act.</param>
public sealed record CitedChoice(KnownNorm Norm, string Article)
{
    /// <summary>“art. 55 d.lgs. 117/2017”.</summary>
    public string Label => Article.Length == 0 ? Norm.Label : Texts.In["Article.Title", new NormArticle { Number = Article }.InWords(), Norm.Label];
}
