using System.Net;
using Hub.Content.Storage;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

public sealed class AuditTests : IAsyncLifetime
{
    private const string Trail = "/toscana/gestione/registro";

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task AnAdministratorSeesWhoDidWhatAndFromWhere()
    {
        using var administrator = await portal.Administrator();
        await administrator.Send("/toscana/gestione/impostazioni/audit", "/toscana/gestione/impostazioni/audit", ("months", "12"));

        var page = (await administrator.Ask(Trail)).Page;

        var row = page.QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains("impostazioni salvate", StringComparison.Ordinal));
        Assert.Contains("anna@example.it", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("127.0.", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFilterThatFitsNothingSaysSoAndHostileOnesDoNoHarm()
    {
        using var administrator = await portal.Administrator();

        Assert.Contains("Nessuna riga", (await administrator.Ask(Trail + "?chi=nessuno")).Text, StringComparison.Ordinal);
        foreach (var query in new[] { "?dal=9999-12-31&al=0001-01-01", "?dal=domani", "?prima=-1", "?azione=%27%3B--", "?su=" + new string('x', 3000) })
            Assert.Equal(HttpStatusCode.OK, (await administrator.Ask(Trail + query)).Status);
    }

    [Fact]
    public async Task TheTableForSpreadsheetsTakesNothingForAFormula()
    {
        using var administrator = await portal.Administrator();
        await portal.In("toscana", async services =>
        {
            services.GetRequiredService<Hub.Content.Changes.ChangeLog>().Audit("toscana", Hub.Content.Items.Actor.Hub("=1+1"), "prova", "x", "a;\"b\"\nc");
            return await services.GetRequiredService<HubDb>().SaveChangesAsync();
        });

        var answer = await administrator.Ask(Trail + "/registro.csv?azione=prova");

        Assert.StartsWith("text/csv", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("'=1+1", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"a;\"\"b\"\"\nc\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrailThatWasTamperedWithIsToldOnThePage()
    {
        using var administrator = await portal.Administrator();
        Assert.Contains("integro", (await administrator.Ask(Trail + "/controllo")).Text, StringComparison.Ordinal);

        await portal.In("toscana", services => services.GetRequiredService<HubDb>().Audit
            .Where(row => row.Region == "toscana" && row.Sequence == 1).ExecuteUpdateAsync(row => row.SetProperty(r => r.Detail, "altro")));

        Assert.Contains("non torna alla riga numero 1", (await administrator.Ask(Trail + "/controllo")).Text, StringComparison.Ordinal);
    }
}
