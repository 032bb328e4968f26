using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Places;
using Hub.Kernel.Regions;
using Hub.Search.Analysis;
using Hub.SiteSearch.Search;
using Hub.Web.Items;

namespace Hub.Contributions.Proposals;

/// <summary>
/// Practices that are there already and may be the one that somebody begins to tell: by the words of the title, the body that
/// answers for it, place and period. Asked of the search index; a hint, in nobody's way. For one scope.
/// </summary>
public sealed class SimilarHint(CurrentRegion current, SiteSearcher searcher, ItemReader reader)
{
    public const int Most = 3;

    /// <summary>Looked at closely.</summary>
    private const int Candidates = 10;

    /// <summary>Below this, they are about other things.</summary>
    private const double Least = 1;

    private const int MostWords = 12;
    private const int ShortestStem = 3;

    /// <summary>So much of both titles must be the same, whatever else is.</summary>
    private const double LeastOfTitle = 0.25;

    /// <param name="values">As typed so far. Hostile.</param>
    /// <param name="own">The proposal itself, which is not like itself.</param>
    public async Task<IReadOnlyList<Item>> To(JsonObject values, Guid? own, CancellationToken cancel = default)
    {
        var told = Told.Of(values);
        if (told.Words.Count == 0)
            return [];
        var words = Meaning($"{values["title"]} {values["owner"]}").Select(token => token.Word).Distinct(StringComparer.Ordinal).Take(MostWords);
        var query = new ItemQuery { Types = [ProposalSteps.Type], Text = string.Join(' ', words), Size = Candidates, Sort = ListModel.ByRelevance };
        if (await searcher.Find(new RegionSearch(current.Region, query, false), null, cancel) is not { } answer)
            return [];
        var near = answer.Items.Where(item => item.Id != own && told.IsNear(item.Title)).Select(item => item.Id).ToList(); // few are read from the database
        var items = await reader.Find(current.Region, near, cancel);
        return [.. items.Select(item => (Item: item, Likeness: told.Likeness(Told.Of(item.Data))))
            .Where(pair => pair.Likeness >= Least).OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Item.Title, StringComparer.Ordinal).Take(Most).Select(pair => pair.Item)];
    }

    /// <summary>Without stop words and the shortest.</summary>
    private static IEnumerable<Token> Meaning(string? text) => Analyzer.Italian.Analyze(CleanText.Cut(CleanText.Line(text ?? ""), 600)).Where(token => token.Stem is { Length: >= ShortestStem });

    /// <summary>What is compared of a practice.</summary>
    private sealed record Told(IReadOnlySet<string> Words, IReadOnlySet<string> Owner, IReadOnlySet<string> Places, string From, string To)
    {
        public static Told Of(JsonObject values) => new(
            WordsOf(values["title"]?.ToString()), WordsOf(values["owner"]?.ToString()), PlacesOf(values["places"]).Concat(List(values["territories"])).ToHashSet(StringComparer.Ordinal),
            Day(values["period"], "from"), Day(values["period"], "to"));

        public bool IsNear(string title) => Shared(Words, WordsOf(title)) >= LeastOfTitle;

        /// <summary>2 for the same title, and up to 1 for the body, ½ for the place and ½ for the period.</summary>
        public double Likeness(Told other)
        {
            var title = Shared(Words, other.Words);
            return title < LeastOfTitle ? 0 : (2 * title) + Shared(Owner, other.Owner) + (Places.Overlaps(other.Places) ? 0.5 : 0) + (IsSameTime(other) ? 0.5 : 0);
        }

        private bool IsSameTime(Told other) => From.Length > 0 && other.From.Length > 0
            && string.CompareOrdinal(From, other.To.Length > 0 ? other.To : "9") <= 0 && string.CompareOrdinal(other.From, To.Length > 0 ? To : "9") <= 0;

        private static double Shared(IReadOnlySet<string> one, IReadOnlySet<string> other)
        {
            var all = one.Union(other, StringComparer.Ordinal).Count();
            return all == 0 ? 0 : (double)one.Count(other.Contains) / all;
        }

        /// <summary>The stems of the words that mean something: “Orti condivisi” is like “Orto condiviso”.</summary>
        private static HashSet<string> WordsOf(string? text) =>
            [.. Meaning(text).Select(token => token.Stem!)];

        private static IEnumerable<string> PlacesOf(JsonNode? value) => List(value).Select(place => Comuni.Find(place)?.Code ?? place);

        private static IEnumerable<string> List(JsonNode? value) => (value as JsonArray ?? []).Select(each => each?.ToString() ?? "").Where(each => each.Length > 0);

        private static string Day(JsonNode? period, string end) => (period as JsonObject)?[end]?.ToString() ?? "";
    }
}
