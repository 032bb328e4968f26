using AngleSharp.Dom;
using Hub.Content.Items;
using Hub.Content.Prose;
using Hub.Content.Types;
using Hub.Legislation.Graph;
using Hub.Legislation.Norms;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

/// <summary>
/// The citations of our own content that lead to no page of ours, each with where it leads instead. Each line was checked by
/// hand; whoever adds one looks at it and copies the received file over the approved one.
/// </summary>
public sealed class CitationReportTests(Portal portal)
{
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "Modules.Tests", "Legislation", "CitationsWithoutPage.approved.txt");

    [Fact]
    public async Task EveryCitationOfTheContentLeadsToANormOrStandsInTheReport()
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var cited = 0;
        foreach (var id in portal.Regions.Current.All.Select(region => region.Id))
        {
            await portal.In(id, async (services, region) =>
            {
                var index = services.GetRequiredService<NormIndex>();
                foreach (var (item, type) in await Own(services, region))
                {
                    foreach (var place in CitedText.Of(type, item.Data).SelectMany(CitationReading.For(item).In))
                    {
                        cited++;
                        foreach (var key in place.Keys)
                        {
                            if (await index.Find(region, key.Act) is null)
                                lines.Add($"{key.Whole} | {(place.Address is null ? "no public address" : "Normattiva or EUR-Lex")}");
                        }
                    }
                }

                return true;
            });
        }

        Assert.True(cited > 400, $"Only {cited} citations were found.");
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "CitationsWithoutPage.received.txt"), lines, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllLinesAsync(Approved, TestContext.Current.CancellationToken), lines);
    }

    [Fact]
    public async Task EveryCitationInAParagraphIsALink()
    {
        var unlinked = new List<string>();
        var linked = 0;
        foreach (var id in portal.Regions.Current.All.Select(region => region.Id))
        {
            await portal.In(id, async (services, region) =>
            {
                foreach (var (item, type) in await Own(services, region))
                {
                    foreach (var field in type.Fields.Where(field => field.KindId == "markdown"))
                    {
                        var text = Portal.Parsed((await services.GetRequiredService<ProseRenderer>().Render(region, item, field.Name)).Html).Body!;
                        linked += text.QuerySelectorAll("a.norm-link").Length;
                        unlinked.AddRange(Unlinked(text).Where(words => NormKey.Of(item.Data["identifier"]?.ToString() ?? "") is null || words != "Costituzione").Select(words => $"{id}/{item.Path}: {words}"));
                    }
                }

                return true;
            });
        }

        Assert.True(unlinked.Count == 0, string.Join("\n", unlinked.Distinct(StringComparer.Ordinal)));
        Assert.True(linked > 150, $"Only {linked} links to norms were found.");
    }

    /// <summary>Writes every citation of the content with what it is taken for, so that all can be read by hand.</summary>
    [Fact]
    public async Task NoCitationOfTheContentIsOpenOrImpossible()
    {
        var lines = new List<string>();
        var doubtful = new List<string>();
        foreach (var id in portal.Regions.Current.All.Select(region => region.Id))
        {
            await portal.In(id, async (services, region) =>
            {
                foreach (var (item, type) in await Own(services, region))
                {
                    var reading = CitationReading.For(item);
                    foreach (var text in CitedText.Of(type, item.Data))
                    {
                        lines.AddRange(reading.In(text).Select(place => $"{id}/{item.Path} | {Around(text.Text, place)} | {string.Join(' ', place.Keys)}{(place.IsLikely ? " (likely)" : "")}"));
                        doubtful.AddRange(reading.Doubtful(text).Select(citation => $"{id}/{item.Path}: {citation.Text} {string.Join(' ', citation.Problems)}"));
                    }
                }

                return true;
            });
        }

        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "CitationsOfContent.received.txt"), lines, TestContext.Current.CancellationToken);
        doubtful.RemoveAll(line => Mistakes.Any(mistake => line.Contains(mistake, StringComparison.Ordinal)));
        Assert.True(doubtful.Count == 0, string.Join("\n", doubtful));
        Assert.True(lines.Count > 800, $"Only {lines.Count} citations were found.");
    }

    /// <summary>What our texts quote as others' slips of the pen.</summary>
    private static readonly string[] Mistakes = ["LR 65/2030", "L.R. 3/2018"];

    private static string Around(string text, CitedPlace place) =>
        $"{text[Math.Max(0, place.Start - 30)..place.Start]}[[{text[place.Start..place.End]}]]{text[place.End..Math.Min(text.Length, place.End + 20)]}".ReplaceLineEndings(" ");

    /// <summary>What the library finds in each paragraph alone, names and has an address for, and no link holds.</summary>
    private static IEnumerable<string> Unlinked(IElement text)
    {
        foreach (var meaning in text.QuerySelectorAll(".term-meaning").ToList())
            meaning.Remove();
        return from paragraph in text.QuerySelectorAll("p, li:not(:has(p)), td")
               let links = paragraph.QuerySelectorAll("a").Select(Portal.Words).ToList()
               from citation in Hub.Citations.CitationFinder.Find(Portal.Words(paragraph))
               where !citation.Ambiguous && citation.Identifiers.Any(name => name.Address is not null)
               where !links.Exists(link => citation.Text.Contains(link, StringComparison.Ordinal) || link.Contains(citation.Text, StringComparison.Ordinal))
               select citation.Text;
    }

    private static async Task<List<(Item Item, TypeDefinition Type)>> Own(IServiceProvider services, Hub.Kernel.Regions.Region region)
    {
        var own = new List<(Item Item, TypeDefinition Type)>();
        foreach (var type in services.GetRequiredService<ContentTypes>().All)
            own.AddRange((await services.GetRequiredService<ItemReader>().All(region, type.Id)).Where(item => item.Region == region.Id).Select(item => (item, type)));
        return own;
    }
}
