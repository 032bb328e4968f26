using Hub.Content.Items;
using Hub.Practices.Transfers;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class WaitingTransfersTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDeskSaysThatNothingWaitsOnlyWhileNothingDoes()
    {
        using var client = await own.Portal.SignedIn("toscana", Roles.RegionAdministrator);
        var before = await Desk(client);

        await own.Portal.In("toscana", async (services, region) =>
        {
            var practice = (await services.GetRequiredService<ItemReader>().Find(region, "pratiche", "mappafondo-aree-vaste-2023", Cancel)).Item!;
            return await services.GetRequiredService<TransferLog>().Tell(practice, new ToldTransfer { Organisation = "Un ente", Place = "Prato", When = "2026", Changed = "Nulla", Happened = "Funziona" }, Cancel);
        });
        var after = await Desk(client);

        Assert.Contains("Niente aspetta te", before, StringComparison.Ordinal);
        Assert.Contains("Racconti di riuso da leggere 1", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Niente aspetta te", after, StringComparison.Ordinal);
    }

    private static async Task<string> Desk(HttpClient client) =>
        Portal.Words(Portal.Parsed(await client.GetStringAsync(new Uri("/toscana/gestione", UriKind.Relative), Cancel)).QuerySelector("main")!);
}
