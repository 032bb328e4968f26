using System.Net;
using Hub.Kernel.Regions;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class ChoiceTests(OwnPortal own)
{
    [Fact]
    public async Task TheNationalPortalLeadsToTheRegionsThatReceiveProposals()
    {
        var portal = own.Portal;
        var before = (await portal.Page("/proponi")).QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "").Where(href => href.EndsWith("/proponi", StringComparison.Ordinal)).ToList();
        Assert.Equal(["emilia-romagna", "lombardia", "puglia", "toscana"], before.Select(href => href.Split('/')[^2]).Order(StringComparer.Ordinal));
        Assert.Contains("proponi", (await portal.Page("/")).QuerySelector("footer")!.InnerHtml, StringComparison.Ordinal);

        await Switch(portal, features => [.. features.Where(id => id != "Hub.Contributions")]);
        var after = (await portal.Page("/proponi")).QuerySelector("main")!.InnerHtml;
        var closed = await portal.Status("/lombardia/proponi");
        await Switch(portal, features => [.. features, "Hub.Contributions"]);

        Assert.DoesNotContain("/lombardia/proponi", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, closed);
        Assert.Equal(HttpStatusCode.OK, await portal.Status("/lombardia/proponi"));
    }

    private static Task<bool> Switch(Portal portal, Func<IReadOnlyList<string>, IReadOnlyList<string>> change) =>
        portal.Regions.Update("lombardia", definition => definition with { Features = change([.. definition.Features]) }, "prova", Office.Cancel);
}
