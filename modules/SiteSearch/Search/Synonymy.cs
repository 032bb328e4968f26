using System.Runtime.CompilerServices;
using Hub.Content.Settings;
using Hub.Kernel.Regions;
using Hub.Search.Analysis;
using Hub.Search.Queries;

namespace Hub.SiteSearch.Search;

/// <summary>
/// The expressions that mean the same in a region: the national ones, except where the region gives a word its own meaning, and its
/// own. Immutable.
/// </summary>
internal sealed class Synonymy
{
    private static readonly ConditionalWeakTable<Region, Synonymy> Known = [];

    private readonly Region? madeWith;
    private readonly IReadOnlyList<string> lines;

    public Synonymy(IEnumerable<string> national, IEnumerable<string> own, Region? madeWith = null)
    {
        this.madeWith = madeWith;
        var ownLines = own.ToList();
        var taken = ownLines.SelectMany(Left).ToHashSet(StringComparer.Ordinal);
        lines = [.. national.Where(line => !Left(line).Any(taken.Contains)), .. ownLines];
        Synonyms = Synonyms.Parse(string.Join('\n', lines), Analyzer.Italian);
    }

    public Synonyms Synonyms { get; }

    /// <summary>Those of a region as it is now.</summary>
    public static Synonymy Of(Region region, Region national)
    {
        if (Known.TryGetValue(region, out var known) && known.madeWith == national)
            return known;
        var made = Of(region, national, RegionSettings.Of<SearchSettings>(region, SearchSettings.Key).Synonyms);
        Known.AddOrUpdate(region, made);
        return made;
    }

    /// <summary>Those of a region if its own lines were these.</summary>
    public static Synonymy Of(Region region, Region national, IEnumerable<string> own) => new(
        region.IsNational ? [] : RegionSettings.Of<SearchSettings>(national, SearchSettings.Key).Synonyms, own, national);

    /// <summary>What else is searched for when this is typed, in the words of the editors.</summary>
    public IReadOnlyList<string> Also(string text)
    {
        var typed = Stems(text);
        var also = new List<string>();
        foreach (var line in lines.Where(line => !line.TrimStart().StartsWith('#')))
        {
            var sides = line.Split("=>", 2);
            var left = Expressions(sides[0]);
            if (left.FirstOrDefault(expression => Contains(typed, Stems(expression))) is { } said)
                also.AddRange((sides.Length == 2 ? Expressions(sides[1]) : left).Where(other => other != said));
        }

        return [.. also.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> Left(string line) => Expressions(line.Split("=>", 2)[0]).Select(expression => string.Join(' ', Stems(expression)));

    private static string[] Expressions(string side) => side.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Stems(string text) =>
        [.. Analyzer.Italian.Analyze(text).DistinctBy(token => token.Position).Select(token => token.Stem ?? token.Word)];

    private static bool Contains(List<string> words, List<string> expression) =>
        expression.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - expression.Count + 1))
            .Any(start => words.Skip(start).Take(expression.Count).SequenceEqual(expression, StringComparer.Ordinal));
}
