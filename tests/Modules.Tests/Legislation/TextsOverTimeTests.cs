using System.Net;
using System.Text;
using Hub.Content.Items;
using Hub.Legislation.Versions;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Legislation;

public sealed class TextsOverTimeTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Act = "regione.toscana:legge:2020;65";
    private const string Norm = "/toscana/norme/lr-65-2020";

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task APageShowsTheTextOfTheDayAndWhatChangedBetweenTwoDays()
    {
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(Norm + "/testo"));
        Assert.Equal(2, await Import(AkomaNtosoTests.Dated, new DateOnly(2021, 1, 1)));
        var later = AkomaNtosoTests.Dated.Replace("Vale per tutti", "Vale per tutti gli enti", StringComparison.Ordinal);

        Assert.Equal(1, await Import(later, new DateOnly(2023, 5, 1)));
        Assert.Equal(0, await Import(later, new DateOnly(2023, 5, 1)));

        Assert.NotNull((await portal.Page(Norm)).QuerySelector($"a[href='{Norm}/testo']"));
        Assert.Contains("Vale per tutti.", await portal.Words(Norm + "/testo?data=2022-01-01"), StringComparison.Ordinal);
        Assert.Contains("Vale per tutti gli enti.", await portal.Words(Norm + "/testo?data=2024-01-01"), StringComparison.Ordinal);
        Assert.Contains("nessun articolo", await portal.Words(Norm + "/testo?data=2019-01-01"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await portal.Status(Norm + "/testo?data=ieri"));

        var difference = await portal.Page(Norm + "/confronto?da=2022-01-01&a=2024-01-01");
        Assert.Equal(["gli enti."], difference.QuerySelectorAll("ins").Select(added => added.TextContent.Replace("tutti ", "", StringComparison.Ordinal)));
        Assert.Single(difference.QuerySelectorAll("section.prose"));
        Assert.Contains("non cambia", await portal.Words(Norm + "/confronto?da=2024-01-01&a=2024-02-01"), StringComparison.Ordinal);

        await RoundTrip();
    }

    /// <summary>What is exported and imported again is the same.</summary>
    private async Task RoundTrip()
    {
        var (first, again) = await portal.In("toscana", async (services, region) =>
        {
            var file = ActivatorUtilities.CreateInstance<TextsFile>(services);
            var written = await file.Export(region, default);
            Assert.Empty(await file.Import(region, written!.DeepClone().AsObject(), default));
            return (written.ToJsonString(), (await file.Export(region, default))!.ToJsonString());
        });

        Assert.Equal(first, again);
    }

    private Task<int> Import(string xml, DateOnly day) => portal.In("toscana", (services, region) =>
        services.GetRequiredService<NormTexts>().Import(region, Act, AkomaNtoso.Read(Encoding.UTF8.GetBytes(xml)).Act!, day, "prova", Actor.Hub("prova"), default));
}
