using Hub.Content.Storage;
using Hub.Links.Finding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Links;

/// <summary>On a hub with our own content and nothing else.</summary>
public sealed class OwnLinksTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task EveryLinkWithinOurOwnContentLeadsSomewhere()
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (var id in own.Portal.Regions.Current.All.Select(region => region.Id))
        {
            var rows = await own.Portal.In(id, async (services, region) =>
            {
                await services.GetRequiredService<FindLinks>().Run(region, cancel);
                return await services.GetRequiredService<HubDb>().Set<LinkRow>().AsNoTracking().Where(row => row.Region == id).ToListAsync(cancel);
            });

            Assert.NotEmpty(rows);
            Assert.Empty(rows.Where(row => row.Address[0] == '/' && row.State != LinkState.Sound).Select(row => $"{id} {row.Address} {row.State} {row.Detail}"));
        }
    }
}
