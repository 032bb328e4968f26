using Hub.Content.Items;
using Hub.SiteSearch.Index;
using Hub.SiteSearch.Pages;
using Hub.SiteSearch.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

public sealed class RelevanceTests(Portal portal)
{
    /// <summary>What the set reaches, less a little; see <c>docs/how-to/tune-search.md</c>.</summary>
    private const double Gate = 0.92;

    [Fact]
    public async Task TheJudgedSearchesReachTheirGate()
    {
        var searches = JudgedSearches.Read();
        var gains = new List<(JudgedSearch Search, double Gain, IReadOnlyList<string> Found)>();
        foreach (var search in searches)
        {
            var found = await Found(search.Region, search.Query);
            gains.Add((search, JudgedSearches.Gain(search, found), found));
        }

        var mean = gains.Average(each => each.Gain);
        Console.WriteLine($"nDCG@10 {mean:0.000} over {gains.Count} searches; right page first in {gains.Count(each => First(each.Search, each.Found))}");
        foreach (var (search, gain, found) in gains.OrderBy(each => each.Gain).Take(25))
            Console.WriteLine($"{gain:0.00} {search.Region}: {search.Query} → {string.Join(", ", found.Take(4))}");
        Assert.True(searches.Count >= 60, "The set is too small.");
        Assert.All(gains, each => Assert.DoesNotContain(each.Search.Grades.Keys, path => !File.Exists(Content(each.Search.Region, path))));
        Assert.True(mean >= Gate, $"nDCG@10 is {mean:0.000}.");
    }

    [Theory]
    [InlineData("coprogettazione")]
    [InlineData("co-progettazione")]
    [InlineData("co progetazione")]
    [InlineData("art 55 cts")]
    [InlineData("piani di zona lombardia")]
    [InlineData("ETS")]
    public async Task TheRightPageStandsFirst(string query)
    {
        foreach (var judged in JudgedSearches.Read().Where(judged => judged.Query == query))
            Assert.Equal(3, judged.Grades.GetValueOrDefault((await Found(judged.Region, query))[0]));
    }

    private static bool First(JudgedSearch search, IReadOnlyList<string> found) => found.Count > 0 && search.Grades.GetValueOrDefault(found[0]) == 3;

    private static string Content(string region, string path) =>
        new[] { region, "nazionale", "toscana", "puglia", "lombardia", "emilia-romagna" }
            .Select(folder => Path.Combine(Repository.Root, "content", folder, path + ".md")).FirstOrDefault(File.Exists) ?? path;

    private async Task<IReadOnlyList<string>> Found(string region, string query) => await portal.In(region, async (services, current) =>
    {
        await services.GetRequiredService<IndexFeed>().CatchUp(TestContext.Current.CancellationToken);
        var searches = services.GetRequiredService<SearchQuery>();
        var address = new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["q"] = query });
        var answer = await searches.Find(searches.Read(current, null, address), TestContext.Current.CancellationToken);
        return (IReadOnlyList<string>)[.. answer!.Items.Select(item => item.Path)];
    });
}
