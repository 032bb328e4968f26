using System.Net;
using Hub.Alerts.Following;
using Hub.Kernel.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Alerts;

/// <summary>What is not done: on a hub of its own, since senders are counted and a feature is switched.</summary>
public sealed class RefusalTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;
    private readonly Postbox reader = new(own.Portal);

    [Fact]
    public async Task HostileFormsAreRefusedAndAFloodIsStopped()
    {
        string[] hostile = ["", "nessuno", "a@b", "a@b.it\r\nBcc: c@d.it", "a@b.it, c@d.it", "<script>alert(1)</script>@b.it", "\"a b\"@c.it", "a@b.it>", new string('x', 5000) + "@b.it"];
        foreach (var email in hostile)
        {
            using var answer = await reader.Ask("toscana", "norma", "tutti", email);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Postbox.Cancel), StringComparison.Ordinal);
            Assert.Empty(await reader.Rows(email));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Status(when: "sempre")));
        Assert.Equal(HttpStatusCode.NotFound, await Status(source: "altro"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(key: "urn:nir:stato:legge:1800;1"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(key: new string('x', 1001)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(site: "cross-site"));
        Assert.Equal(HttpStatusCode.Found, await Status(trap: "https://male.example"));
        Assert.Empty(await reader.Rows());
        Assert.Empty(await reader.Mails());

        Assert.Equal(HttpStatusCode.Found, await Status());
        Assert.Single(await reader.Rows());
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 45; time++)
            answers.Add(await Status());
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.True((await reader.Rows()).Count <= 5);
    }

    [Fact]
    public async Task SecretsThatAreNoneOpenNothing()
    {
        var none = new string('0', 40);
        foreach (var page in new[] { "conferma", "ferma", "tuoi" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"/toscana/avvisi/{page}/{none}"));
            Assert.Equal(HttpStatusCode.NotFound, await portal.Status($"/toscana/avvisi/{page}/'--"));
        }

        using var confirmed = await Postbox.Post($"{portal.Address}/toscana/avvisi/conferma/{none}");
        Assert.Equal(HttpStatusCode.NotFound, confirmed.StatusCode);
        using var stopped = await Postbox.Post($"{portal.Address}/toscana/avvisi/ferma/{none}");
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode); // a mail program may stop twice
    }

    [Fact]
    public async Task WhereTheFeatureIsOffThereAreNoPagesOffersAndMails()
    {
        await portal.In("puglia", async (services, region) =>
        {
            await services.GetRequiredService<Subscriptions>().Ask(region, reader.Address, "norma", "tutti", "subito", Postbox.Cancel);
            return true;
        });
        var stop = $"/puglia/avvisi/ferma/{Assert.Single(await reader.Rows()).StopKey}";
        Assert.Equal(HttpStatusCode.OK, await portal.Status(stop));

        Assert.True((await portal.Regions.Disable("puglia", "Hub.Alerts", false, Postbox.Cancel)).Succeeded);

        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(stop));
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("/puglia/avvisi"));
        using var asked = await reader.Ask("puglia", "norma", "tutti");
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Null((await portal.Page("/puglia/norme/dlgs-117-2017")).QuerySelector("main a[href*='avvisi']"));
        Assert.NotNull((await portal.Page("/toscana/norme/dlgs-117-2017")).QuerySelector("main a[href*='avvisi']"));
        Assert.DoesNotContain("alerts.send", await Tasks("puglia"));
        Assert.Contains("alerts.send", await Tasks("toscana"));
        Assert.True((await portal.Regions.Enable("puglia", "Hub.Alerts", Postbox.Cancel)).Succeeded);
    }

    private Task<List<string>> Tasks(string region) => portal.In(region, (services, found) => Task.FromResult(
        services.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>(found).Select(task => task.Id).ToList()));

    private async Task<HttpStatusCode> Status(string source = "norma", string key = "tutti", string when = "subito", string trap = "", string? site = null)
    {
        using var answer = await reader.Ask("toscana", source, key, when: when, trap: trap, site: site);
        return answer.StatusCode;
    }
}
