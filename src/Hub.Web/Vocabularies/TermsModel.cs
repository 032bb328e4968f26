using System.Globalization;
using Hub.Content.Fields;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;

namespace Hub.Web.Vocabularies;

/// <summary>The page of all vocabularies.</summary>
/// <param name="Typed">The name of a new one, as typed.</param>
public sealed record VocabulariesModel(IReadOnlyList<VocabularyLine> Vocabularies, bool IsNational, string Typed, IReadOnlyList<Issue> Issues);

/// <summary>One of them.</summary>
/// <param name="Own">What the region itself says of it; null for nothing.</param>
public sealed record VocabularyLine(Vocabulary Vocabulary, VocabularySource? Own);

/// <summary>A level of a vocabulary, or what was looked for in all of it; a page at a time.</summary>
public sealed record TermsModel(Region Region, Vocabulary Vocabulary, VocabularySource? Own, Term? Under, string Words, int Page, int Total, IReadOnlyList<Term> Shown)
{
    public const int PageSize = 100;

    public TermInput Input { get; init; } = new(null, null, null, null);

    public IReadOnlyList<Issue> Issues { get; init; } = [];

    public string Message { get; init; } = "";

    /// <summary>How much content counts for each of the shown terms.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>How many terms stand under each.</summary>
    public ILookup<string?, Term> Children { get; } = Vocabulary.Terms.ToLookup(term => term.Parent);

    public IEnumerable<Term> Above => Under is null ? [] : Vocabulary.Above(Under.Code).Select(code => Vocabulary.Find(code)!).Append(Under);

    public string? ProblemOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;

    public bool IsInherited(Term term) => term.Region == RegionDefinition.NationalId && !Region.IsNational;

    internal static TermsModel Of(Region region, Vocabulary vocabulary, VocabularySource? own, string under, string words, int page)
    {
        var compare = CultureInfo.GetCultureInfo("it-IT").CompareInfo;
        var above = under.Length > 0 ? vocabulary.Find(under) : null;
        var all = words.Length > 0
            ? vocabulary.Terms.Where(term => compare.IndexOf(term.Name, words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0 || term.Code == words).ToList()
            : vocabulary.Terms.Where(term => term.Parent == above?.Code).ToList();
        page = Math.Clamp(page, 1, Math.Max(1, (all.Count + PageSize - 1) / PageSize));
        return new TermsModel(region, vocabulary, own, above, words, page, all.Count, [.. all.Skip((page - 1) * PageSize).Take(PageSize)]);
    }
}
