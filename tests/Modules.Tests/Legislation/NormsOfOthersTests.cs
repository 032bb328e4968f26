using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

/// <summary>Pages that cite the law of another region follow what becomes of its page. One hub of their own, since a norm is withdrawn.</summary>
public sealed class NormsOfOthersTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Comparison = "/sussidiario/leggi-regionali-a-confronto";
    private const string Norm = "/toscana/norme/lr-65-2020";

    private static readonly Actor Reviewer = new("revisora", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit, ContentPermissions.Review, ContentPermissions.Publish });

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task ANormThatIsWithdrawnLosesItsLinksInOtherPortalsAndGetsThemBack()
    {
        Assert.Contains(await Links(), link => link.StartsWith(Norm, StringComparison.Ordinal));
        var national = await Changes("nazionale");
        var puglia = await Changes("puglia");

        await Move(Status.Withdrawn);
        await Until(links => !links.Any(link => link.StartsWith(Norm, StringComparison.Ordinal)));
        Assert.Equal(national + 1, await Changes("nazionale"));
        Assert.Equal(puglia, await Changes("puglia"));

        await Move(Status.Published);
        await Until(links => links.Any(link => link.StartsWith(Norm, StringComparison.Ordinal)));
        Assert.Equal(national + 2, await Changes("nazionale"));
    }

    [Fact]
    public async Task TheNormsThatAPageDeclaresLeadToOurOwnPagesWithTitleAndStatus()
    {
        var list = (await portal.Page("/sussidiario/articoli-55-56-57")).QuerySelector(".norms .norm-list")!;

        var links = list.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("/norme/dlgs-117-2017/articoli/55", links);
        Assert.Contains("Codice del Terzo settore. Stato: Vigente", Portal.Words(list), StringComparison.Ordinal);
        Assert.All(links, link => Assert.DoesNotContain(";117", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADeclaredNormWithoutAPageLeadsToNormattiva()
    {
        var list = (await portal.Page("/procedure/piano-di-zona")).QuerySelectorAll(".norm-list a");

        var link = list.First(link => link.TextContent.StartsWith("art. 34 d.lgs. 267/2000", StringComparison.Ordinal));

        Assert.Equal("https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267~art34", link.GetAttribute("href"));
    }

    private async Task<List<string>> Links() =>
        [.. (await portal.Page(Comparison)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "")];

    /// <summary>Other processes' changes are heard within half a second; so is what one region's change means for another.</summary>
    private async Task Until(Func<List<string>, bool> expected)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (expected(await Links()))
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The links did not follow the norm.");
    }

    private Task<bool> Move(Status status) => portal.In("toscana", async (services, region) =>
    {
        var norm = await services.GetRequiredService<HubDb>().Items.Where(item => item.Region == region.Id && item.Section == "norme" && item.Slug == "lr-65-2020").Select(item => item.Id).SingleAsync();
        var outcome = await services.GetRequiredService<ItemWriter>().Move(norm, status, null, Reviewer);
        Assert.True(outcome.Succeeded, outcome.ToString());
        return true;
    });

    private Task<long> Changes(string region) => portal.In(region, (services, found) =>
        services.GetRequiredService<HubDb>().Regions.Where(row => row.Id == found.Id).Select(row => row.LastChange).SingleAsync());
}
