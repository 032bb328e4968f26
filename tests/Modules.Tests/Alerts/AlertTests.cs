using System.Net;
using System.Text.Json.Nodes;
using Hub.Alerts.Following;
using Hub.Content.Items;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Alerts;

/// <summary>The life of subscriptions, on one hub. Each test has a reader of its own.</summary>
public sealed class AlertTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Article55 = "urn:nir:stato:decreto.legislativo:2017;117~art55";

    private readonly Portal portal = own.Portal;
    private readonly Postbox reader = new(own.Portal);

    [Fact]
    public async Task WhatIsFollowedAndConfirmedArrivesOnceUntilItIsStopped()
    {
        await reader.Follow("toscana", "ricerca", "cerca?q=zafferano");
        await reader.Send("toscana");
        Assert.Empty(await reader.Digests());

        await reader.Publish("toscana", "Zafferano è condiviso");
        await reader.Send("toscana");
        await reader.Send("toscana");

        var mail = Assert.Single(await reader.Digests());
        Assert.Contains("RICERCA: ZAFFERANO", mail.Text, StringComparison.Ordinal);
        Assert.Contains("* Zafferano è condiviso\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Nuovo (Aggiornamento", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"{portal.Address}/toscana/aggiornamenti/zafferano-e-condiviso", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Ricevi questo perché lo segui dal ", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.StopAt!, mail.Text, StringComparison.Ordinal);

        for (var time = 0; time < 2; time++)
        {
            using var stopped = await Postbox.Post(mail.StopAt!);
            Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        }

        Assert.Empty(await reader.Rows());
        await reader.Publish("toscana", "Zafferano ancora");
        await reader.Send("toscana");
        Assert.Single(await reader.Digests());
    }

    [Fact]
    public async Task WhoFollowsTheNationalPracticesIsToldOfThoseOfEveryRegion()
    {
        await reader.Follow("nazionale", "ricerca", "pratiche");
        await reader.Send("nazionale");

        await portal.In("puglia", async (services, _) =>
        {
            var outcome = await services.GetRequiredService<ItemWriter>().Save(
                new ItemDraft
                {
                    Type = "pratica", Status = Status.Published,
                    Data = new JsonObject
                    {
                        ["title"] = "Una pratica di prova", ["summary"] = "Una prova", ["owner"] = "Un ente di prova", ["state"] = Some.List("conclusa"), ["sources"] = new JsonArray(new JsonObject { ["title"] = "Prova" }),
                    },
                }, Actor.Hub("prova"));
            Assert.True(outcome.Succeeded, outcome.ToString());
            return true;
        });
        await reader.Send("nazionale");

        Assert.Contains($"{portal.Address}/puglia/pratiche/una-pratica-di-prova", Assert.Single(await reader.Digests()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheButtonConfirmsAndNotTheLink()
    {
        using var asked = await reader.Ask("toscana", "norma", Article55);
        Assert.Equal("/toscana/avvisi/inviato", asked.Headers.Location!.ToString());
        Assert.False(asked.Headers.Contains("Set-Cookie"));
        var link = new Uri(Postbox.Link().Match(Assert.Single(await reader.Mails()).Text).Value).AbsolutePath;

        Assert.Contains("d.lgs. 117/2017", await portal.Words(link), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await reader.Rows()).ConfirmedAt);

        for (var time = 0; time < 2; time++)
        {
            using var confirmed = await Postbox.Post(portal.Address + link, "");
            Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        }

        Assert.NotNull(Assert.Single(await reader.Rows()).ConfirmedAt);
        Assert.Contains("Avvisi attivi", await portal.Words(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowingTheSameAgainReplacesIt()
    {
        await reader.Follow("toscana", "norma", "tutti", "giorno");
        await reader.Follow("toscana", "norma", "tutti", "settimana");

        Assert.Equal("settimana", Assert.Single(await reader.Rows()).Frequency);
    }

    [Fact]
    public async Task OneMailGroupsWhatIsFollowedTheNewestFirstAndItsLinkStopsAll()
    {
        await reader.Follow("toscana", "norma", Article55);
        await reader.Follow("toscana", "ricerca", "aggiornamenti?q=cardamomo");
        await reader.Publish("nazionale", "Cardamomo vecchio", Article55, new DateOnly(2026, 1, 10));
        await reader.Publish("toscana", "Cardamomo nuovo", "urn:nir:stato:decreto.legislativo:2017;117");
        await reader.Publish("nazionale", "Altra legge", "urn:nir:stato:decreto.legislativo:2017;117~art56");

        await reader.Send("toscana");

        var mail = Assert.Single(await reader.Digests());
        var titles = mail.Text.Split('\n').Where(line => line.StartsWith("* ", StringComparison.Ordinal));
        Assert.Equal(["* Cardamomo nuovo", "* Cardamomo vecchio", "* Cardamomo nuovo", "* Cardamomo vecchio"], titles);
        Assert.Contains("ART. 55 D.LGS. 117/2017", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Riguarda: effetto di Cardamomo nuovo", mail.Text, StringComparison.Ordinal);
        Assert.StartsWith("Ci sono 2 novità su ciò che segui in “Amministrazione condivisa in Toscana”.", mail.Text, StringComparison.Ordinal);

        var yours = await portal.Page(new Uri(mail.StopAt!).AbsolutePath);
        Assert.Equal(2, yours.QuerySelectorAll("main a[href*='/avvisi/ferma/']").Length);
        using var stopped = await Postbox.Post(mail.StopAt!);
        Assert.Empty(await reader.Rows());
    }

    [Fact]
    public async Task WhatAnotherRegionPublishesIsToldThereAndNationallyAlone()
    {
        var national = new Postbox(portal);
        await reader.Follow("toscana", "ricerca", "cerca?q=peperone");
        await national.Follow("nazionale", "ricerca", "cerca?q=peperone");

        await reader.Publish("puglia", "Peperone pugliese");
        await reader.Send("toscana");
        await reader.Send("nazionale");
        Assert.Empty(await reader.Digests());
        Assert.Contains("/puglia/aggiornamenti/peperone-pugliese", Assert.Single(await national.Digests()).Text, StringComparison.Ordinal);

        await reader.Publish("nazionale", "Peperone italiano");
        await reader.Send("toscana");
        Assert.Contains("/toscana/aggiornamenti/peperone-italiano", Assert.Single(await reader.Digests()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageThatWasOnlyMarkedForACheckIsNoNews()
    {
        var page = await reader.Publish("toscana", "Rosmarino", updated: new DateOnly(2026, 1, 10));
        await reader.Follow("toscana", "ricerca", "cerca?q=rosmarino");

        Assert.True((await reader.Move("toscana", page, Status.ToRecheck)).Succeeded);
        Assert.True((await reader.Move("toscana", page, Status.Published)).Succeeded);
        await reader.Send("toscana");
        Assert.Empty(await reader.Digests());
    }

    [Fact]
    public async Task AWeeklyMailWaitsForMonday()
    {
        await reader.Follow("toscana", "ricerca", "cerca?q=basilico", "settimana");
        await reader.Publish("toscana", "Basilico");

        await reader.Send("toscana");
        Assert.Empty(await reader.Digests());

        await reader.Send("toscana", DateTime.UtcNow.AddDays(8));
        Assert.Contains("un messaggio alla settimana", Assert.Single(await reader.Digests()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMailToConfirmHoldsNothingThatAStrangerWroteAndAnAddressGetsFiveOfThem()
    {
        for (var time = 0; time < 7; time++)
        {
            await portal.In("toscana", async (services, region) =>
            {
                await services.GetRequiredService<Subscriptions>().Ask(region, reader.Address, "ricerca", "cerca?q=COMPRA+SUBITO+male.example", "subito", Postbox.Cancel);
                return true;
            });
        }

        var mails = await reader.Mails();
        Assert.Equal(Subscriptions.MostWaiting, mails.Count);
        Assert.All(mails, mail => Assert.DoesNotContain("male.example", mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("fra sette giorni cancelliamo l'indirizzo", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAddressThatNobodyConfirmedIsForgottenAfterAWeek()
    {
        using var asked = await reader.Ask("puglia", "norma", "tutti");
        var link = new Uri(Postbox.Link().Match(Assert.Single(await reader.Mails()).Text).Value).AbsolutePath;
        await portal.In("puglia", (services, _) => services.GetRequiredService<HubDb>().Set<Subscription>().Where(row => row.Email == reader.Address)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.CreatedAt, DateTime.UtcNow.AddDays(-7).AddMinutes(-1)), Postbox.Cancel));

        Assert.Equal(HttpStatusCode.NotFound, await portal.Status(link));
        await portal.In("puglia", async (services, region) =>
        {
            await services.GetRequiredService<Subscriptions>().Forget(region, Postbox.Cancel);
            return true;
        });
        Assert.Empty(await reader.Rows());
    }

    [Theory]
    [InlineData("/toscana/cerca?q=tavolo", "/toscana/avvisi?fonte=ricerca&chiave=cerca%3Fq%3Dtavolo")]
    [InlineData("/toscana/pratiche", "/toscana/avvisi?fonte=ricerca&chiave=pratiche")]
    [InlineData("/notizie?topics=norme&pagina=2&ordine=title", "/avvisi?fonte=ricerca&chiave=notizie%3Ftopics%3Dnorme")]
    [InlineData("/toscana/aggiornamenti", "/toscana/avvisi?fonte=norma&chiave=tutti")]
    [InlineData("/toscana/norme/dlgs-117-2017", "/toscana/avvisi?fonte=norma&chiave=urn%3Anir%3Astato%3Adecreto.legislativo%3A2017%3B117")]
    [InlineData("/norme/dlgs-117-2017/articoli/55", "/avvisi?fonte=norma&chiave=urn%3Anir%3Astato%3Adecreto.legislativo%3A2017%3B117~art55")]
    [InlineData("/toscana/pagine/privacy", null)]
    public async Task PagesThatCanBeFollowedOfferIt(string path, string? offered)
    {
        var link = (await portal.Page(path)).QuerySelector("main a[href*='avvisi?fonte']")?.GetAttribute("href");

        Assert.Equal(offered, link);
        if (offered is not null)
            Assert.NotNull((await portal.Page(offered)).QuerySelector("main input[name=email]"));
    }

    [Theory]
    [InlineData("2026-11-22T10:00:00Z", "giorno", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-22T05:59:00Z", "giorno", "2026-11-22T06:00:00Z")]
    [InlineData("2026-11-22T10:00:00Z", "settimana", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23T06:00:00Z", "settimana", "2026-11-30T06:00:00Z")]
    [InlineData("2026-03-28T10:00:00Z", "giorno", "2026-03-29T05:00:00Z")]
    [InlineData("2026-11-22T10:00:00Z", "subito", "2026-11-22T10:00:00Z")]
    public void DigestsAreMadeAtSevenInRome(string now, string frequency, string next) =>
        Assert.Equal(Utc(next), Frequency.Next(frequency, Utc(now)));

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
