using System.Net;
using Hub.Content.Storage;
using Hub.OpenData.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

public sealed class StatisticsTests(Portal portal)
{
    [Theory]
    [InlineData("")]
    [InlineData("/toscana")]
    public async Task EveryNumberIsTheLengthOfTheListThatItLeadsTo(string region)
    {
        var page = await portal.Page(region + "/statistiche");

        var rows = page.QuerySelectorAll("main .chart-part tbody tr").Where(row => row.QuerySelector("th a") is not null).ToList();
        Assert.True(rows.Count > 15, $"Only {rows.Count} numbers.");
        foreach (var row in rows)
        {
            var address = row.QuerySelector("th a")!.GetAttribute("href")!;
            var list = await portal.Page(address);
            if (list.QuerySelector("#conteggio") is { } told)
                Assert.True(Number(row.QuerySelector("td")!.TextContent) == Number(told.TextContent), $"{address}: {row.QuerySelector("td")!.TextContent} and {told.TextContent}");
            else
                Assert.True(address.Split('/')[^1] is "glossario" or "sussidiario", address); // read by letters and by chapters, all on one page
        }
    }

    [Theory]
    [InlineData("/statistiche", "#bodies")]
    [InlineData("/cerca?tipo=pratica", "#facet-bodies")]
    [InlineData("/pratiche", "#facet-bodies")]
    public async Task WhereAllRegionsAreCountedBodiesAreNamed(string path, string part)
    {
        var page = await portal.Page(path);
        var body = page.QuerySelector("#facet-bodies input")?.GetAttribute("value");
        var chosen = body is null ? null : Portal.Words((await portal.Page($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bodies={body}")).QuerySelector("#risultati .chips")!);

        Assert.Contains("Comune di Varese", page.QuerySelector(part)!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-", page.QuerySelector(part)!.ParentElement!.TextContent + chosen);
    }

    [Fact]
    public async Task OneIsToldInTheSingularAndWhatIsOnlySoOrNotIsNoMeasure()
    {
        var charts = (await portal.Page("/toscana/statistiche/pratiche")).QuerySelectorAll(".chart-part h2").Select(Portal.Words).ToList();
        var list = await portal.Page("/toscana/pratiche?state=conclusa");
        var counts = (await portal.Page("/lombardia/pratiche")).QuerySelectorAll(".facet-count").Select(Portal.Words).ToList();

        Assert.Contains("Buone pratiche: certificata", charts);
        Assert.DoesNotContain(charts, title => title.Contains("per certificata", StringComparison.Ordinal));
        Assert.Contains("1 scelto", list.QuerySelectorAll(".facet-chosen").Select(Portal.Words));
        Assert.Contains("(1 risultato)", counts);
        Assert.DoesNotContain("(1 risultati)", counts);
        Assert.Contains("Un contenuto pubblicato nel portale", await portal.Words("/puglia/dati-aperti/pratiche"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryChartHasATableThatSaysTheSameAndNationallyPracticesStandByRegion()
    {
        var page = await portal.Page("/statistiche");

        foreach (var part in page.QuerySelectorAll(".chart-part").Where(part => part.QuerySelector("svg") is not null))
        {
            Assert.Equal(part.QuerySelectorAll("tbody td").Take(Chart.Most).Select(cell => cell.TextContent), part.QuerySelectorAll("svg .chart-count").Select(count => count.TextContent));
            Assert.Equal("true", part.QuerySelector("svg")!.GetAttribute("aria-hidden"));
            Assert.All(part.QuerySelectorAll("svg a"), link => Assert.Equal("-1", link.GetAttribute("tabindex")));
        }

        Assert.Contains("Toscana", page.QuerySelector("#regione")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/statistiche/inesistente"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/statistiche/norme"));
    }

    [Fact]
    public async Task PagesThatAreReadAreCountedByRegionAndDayAndNothingElseIsKept()
    {
        await Ask("/lombardia/glossario");
        await Ask("/lombardia/glossario");
        await Ask("/lombardia/glossario.csv");
        await Ask("/lombardia/gestione/accesso");

        var pages = await portal.In("lombardia", async (services, region) =>
        {
            var tally = services.GetRequiredService<VisitTally>();
            await tally.Write(TestContext.Current.CancellationToken);
            return await services.GetRequiredService<HubDb>().Set<VisitRow>().Where(row => row.Region == region.Id).SumAsync(row => row.Pages, TestContext.Current.CancellationToken);
        });

        Assert.True(pages >= 2);
    }

    private async Task Ask(string path) => (await portal.Ask(path)).Dispose();

    private static int Number(string text) => text.Contains("essun", StringComparison.Ordinal) ? 0
        : string.Concat(text.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? int.Parse(digits, null) : 1;
}
