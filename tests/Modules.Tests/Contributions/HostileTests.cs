using System.Net;
using System.Text.Json;
using Hub.Contributions;
using Hub.Contributions.Guard;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;
using Modules.Tests.Alerts;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>Contributors who mean harm: each is refused with a clear answer, nothing is lost, and others are unharmed.</summary>
[Collection(nameof(ContributionPortal))]
public sealed class HostileTests(OwnPortal own)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>";

    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task ScriptInEveryFieldIsText()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Con script " + Script);
        string[] steps = ["essenziale", "contesto", "percorso", "risorse", "esiti", "riuso"];
        foreach (var step in steps)
        {
            var names = (await proposer.Get($"/proponi/{id}/{step}")).Page.QuerySelectorAll("#contenuto-proposta [name]:not([name^=_])").Select(input => input.GetAttribute("name")!).Distinct();
            var answer = await proposer.Post($"/proponi/{id}/{step}", [.. names.Select(name => (name, Script))]);
            Clean(answer.Html);
            Clean((await proposer.Get($"/proponi/{id}/{step}")).Html);
        }

        Clean((await proposer.Get($"/proponi/{id}")).Html);
        Clean((await proposer.Get($"/proponi/{id}/anteprima")).Html);
        Clean((await proposer.Get($"/proponi/{id}/invia")).Html);
        Clean((await proposer.Get("/proponi/mie")).Html);
        Clean((await proposer.Post("/proponi/riprendi", ("codice", Script))).Html);
        Clean((await proposer.Post("/proponi/collegamento", ("email", Script))).Html);
        Clean((await proposer.Start(Script, Script)).Html);
        await proposer.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten(Script).Select(field => field.Item1 is "title" or "summary" or "owner" or "body" or "sources[0].title" ? (field.Item1, Script) : field)]);
        foreach (var step in steps[1..])
            await proposer.Post($"/proponi/{id}/{step}");
        var sent = await proposer.SendIt(id);
        Assert.True(sent.Status == HttpStatusCode.Found, sent.Words);
        await proposer.Post($"/proponi/{id}/risposte", ("testo", Script));
        Clean((await proposer.Get($"/proponi/{id}")).Html);
        Assert.True((await portal.Decide(id, Office.Second)).Succeeded);
        Clean((await proposer.Get("/pratiche/" + (await portal.Item(id)).Slug)).Html);
    }

    [Fact]
    public async Task AFloodFromOneAddressHarmsNobodyElse()
    {
        using var flooder = new Proposer(portal);
        using var honest = new Proposer(portal);
        var mark = await portal.Mark();
        var answers = new List<HttpStatusCode>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Office.Cancel }, async (number, _) =>
        {
            var answer = await flooder.Start($"Spam {number}", $"spam-{number}@example.org", mark);
            lock (answers)
                answers.Add(answer.Status);
        });
        var id = await honest.Sent("Onesta nella tempesta");

        Assert.Equal(1000, answers.Count);
        Assert.True(answers.Count(status => status == HttpStatusCode.TooManyRequests) > 900, string.Join(", ", answers.GroupBy(status => status).Select(group => $"{group.Key} {group.Count()}")));
        Assert.DoesNotContain(answers, status => (int)status >= 500);
        Assert.Equal("in-revisione", (await portal.Item(id)).Status);
        foreach (var page in new[] { "/", "/pratiche", "/proponi", "/cerca?q=mappafondo" })
            Assert.Equal(HttpStatusCode.OK, (await honest.Get(page)).Status);
        Assert.True(await portal.Db(db => db.Set<ProposalRow>().CountAsync(row => row.Title.StartsWith("Spam "))) < 100);
    }

    [Fact]
    public async Task WhoSharesABusyAddressLosesNothing()
    {
        using var proposer = new Proposer(portal, "emilia-romagna");
        Answer? refused = null;
        for (var number = 0; number < 25 && refused is null; number++)
        {
            var answer = await proposer.Start($"Aula {number}", $"aula-{number}@example.org");
            refused = answer.Status == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.Contains("aspetta un minuto", refused!.Words, StringComparison.Ordinal);
        Assert.StartsWith("Aula ", refused.Page.QuerySelector("[name=title]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFloodFromManyAddressesIsAskedForProofsAndHarmsNobodyElse()
    {
        const string Region = "lombardia";
        using var before = new Proposer(portal, Region);
        var known = await before.Ready("Prima della piena");
        var flooders = Enumerable.Range(0, 100).Select(_ => new Proposer(portal, Region)).ToList();
        var answers = new List<HttpStatusCode>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Office.Cancel }, async (number, _) =>
        {
            var answer = await flooders[number % flooders.Count].Start($"Piena {number}", $"piena-{number}@example.org", proves: false);
            lock (answers)
                answers.Add(answer.Status);
        });
        using var stranger = new Proposer(portal, Region);
        var refused = await stranger.Start("Onesta senza script", proves: false);
        var begun = await stranger.Start("Onesta nella piena");

        Assert.DoesNotContain(answers, status => (int)status >= 500);
        Assert.True(await portal.Db(db => db.Set<ProposalRow>().CountAsync(row => row.Title.StartsWith("Piena "))) < Flood.Most + 8);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Onesta senza script", refused.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.NotNull(refused.Page.QuerySelector("[data-proof]"));
        Assert.Contains("/essenziale", begun.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await before.SendIt(known)).Status); // whoever was there goes on
        Assert.Contains("/essenziale", (await before.Start("Un’altra dello stesso ente", proves: false)).Location, StringComparison.Ordinal);
        flooders.ForEach(flooder => flooder.Dispose());
    }

    [Fact]
    public async Task HastyProgramsAreStoppedAndPeopleLoseNothing()
    {
        using var proposer = new Proposer(portal);
        foreach (var mark in new[] { "", "inventato", await portal.Mark(TimeSpan.FromSeconds(1)), await portal.Mark(TimeSpan.FromDays(2)) })
        {
            var answer = await proposer.Start("Troppo in fretta", mark: mark);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("Non si è perso nulla", answer.Words, StringComparison.Ordinal);
            Assert.Equal("Troppo in fretta", answer.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        }

        var trapped = await proposer.Start("Caduta nella trappola", more: ("sito", "https://example.org"));
        Assert.EndsWith("/proponi/posta", trapped.Location, StringComparison.Ordinal);
        Assert.Empty(await new Postbox(portal).Mails(proposer.Email));
        Assert.False(await portal.Db(db => db.Set<ProposalRow>().AnyAsync(row => row.Title == "Troppo in fretta" || row.Title == "Caduta nella trappola")));
    }

    [Fact]
    public async Task UnderLoadABrowserWithoutProofGoesOnByTheMailAlone()
    {
        await portal.Set("emilia-romagna", new ContributionSettings { AsksProof = true });
        using var without = new Proposer(portal, "emilia-romagna");
        using var with = new Proposer(portal, "emilia-romagna");
        var mark = await portal.Mark();

        var mailed = await without.Start("Senza prova", proves: false);
        var proved = await with.Start("Con prova", mark: mark);
        var again = await with.Start("Con la stessa prova", mark: mark);

        Assert.EndsWith("/proponi/posta", mailed.Location, StringComparison.Ordinal);
        Assert.Contains("/essenziale", proved.Location, StringComparison.Ordinal);
        Assert.EndsWith("/proponi/posta", again.Location, StringComparison.Ordinal); // a proof counts once
        Assert.Equal(HttpStatusCode.Found, (await without.OpenLink()).Status);
        Assert.Contains("Senza prova", (await without.Get("/proponi/mie")).Words, StringComparison.Ordinal);
        await portal.Set("emilia-romagna", new ContributionSettings());
    }

    [Fact]
    public async Task HugeFieldsAndFormsAreRefusedAndWhatStoodThereStays()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Prima dell’enormità");

        var tooLong = await proposer.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten(new string('x', 5000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.NotNull(tooLong.Page.QuerySelector("#campo-title-errore"));
        await proposer.Post($"/proponi/{id}/essenziale", Proposer.Ten("Prima dell’enormità"));
        (string, (string, string)[])[] huge =
        [
            ($"/proponi/{id}/essenziale", [("body", new string('x', 1_500_000))]), ("/proponi", [("title", new string('x', 200_000))]),
            ($"/proponi/{id}/essenziale", [.. Enumerable.Range(0, 6000).Select(number => ($"sources[{number}].title", "x"))]),
        ];
        foreach (var (path, fields) in huge)
        {
            var answer = await proposer.Post(path, fields);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
            Assert.Contains("troppo grande", answer.Words, StringComparison.Ordinal);
        }

        Assert.Equal("Prima dell’enormità", (await proposer.Get($"/proponi/{id}/essenziale")).Page.QuerySelector("[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task FieldsThatAreNotOffersAreNotTaken()
    {
        using var proposer = new Proposer(portal);
        var victim = (await portal.Db(db => db.Items.AsNoTracking().FirstAsync(item => item.Region == "puglia" && item.Type == "pratica"))).Id;
        var id = await proposer.Ready("Campi in più");
        (string, string)[] more =
        [
            ("checkedOn", "2026-11-01"), ("quality", "3"), ("certification", "si"), ("certifiedOn", "2026-11-01"), ("status", "pubblicato"), ("_azione", "pubblica"), ("a", "pubblicato"), ("region", "puglia"), ("Region", "puglia"),
            ("id", victim.ToString()), ("itemId", victim.ToString()), ("_stamp", "1"), ("stamp", "1"), ("_slug", "mio"), ("_overrides", victim.ToString()), ("_review", "2099-01-01"), ("_publishAt", "2020-01-01T00:00"), ("contributorId", victim.ToString()), ("state2", "pubblicata"),
        ];

        await proposer.Post($"/proponi/{id}/essenziale", [.. Proposer.Ten("Campi in più"), .. more]);
        Assert.Equal(HttpStatusCode.Found, (await proposer.Post($"/proponi/{id}/invia", [("licenza", "true"), ("privacy", "true"), .. more])).Status);

        var item = await portal.Item(id);
        var text = await portal.Text(id);
        Assert.Equal(("in-revisione", "toscana", null, null, null), (item.Status, item.Region, item.LiveVersion, item.Overrides, item.PublishAt));
        Assert.NotEqual("mio", item.Slug);
        Assert.DoesNotContain(text.Select(pair => pair.Key), key => more.Select(field => field.Item1).Contains(key));
    }

    [Fact]
    public async Task ForgedIdentifiersTouchNobodysThings()
    {
        using var proposer = new Proposer(portal);
        await proposer.Ready("Solo la mia");
        var published = await portal.Db(db => db.Items.AsNoTracking().FirstAsync(item => item.Region == "toscana" && item.Type == "pratica" && item.LiveVersion != null && item.Slug == "mappafondo-aree-vaste-2023"));
        var abroad = await portal.Db(db => db.Items.AsNoTracking().FirstAsync(item => item.Region == "puglia" && item.Type == "pratica"));

        foreach (var id in new[] { published.Id, abroad.Id, Guid.Empty })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await proposer.Get($"/proponi/{id}")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await proposer.Post($"/proponi/{id}/essenziale", Proposer.Ten("Rubata"))).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await proposer.Post($"/proponi/{id}/essenziale/bozza", Proposer.Ten("Rubata"))).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await proposer.SendIt(id)).Status);
        }

        Assert.Equal(published.Stamp, (await portal.Item(published.Id)).Stamp);
        Assert.Equal(abroad.Stamp, (await portal.Item(abroad.Id)).Stamp);
        Assert.Equal(HttpStatusCode.NotFound, (await proposer.Get("/proponi/" + published.Id + "/nonesiste")).Status);
        foreach (var path in new[] { "/gestione/proposte", "/gestione/enti-proponenti", "/gestione/proposte/" + published.Id, "/gestione/proposte/unione?altra=" + published.Id })
            Assert.Equal(HttpStatusCode.Found, (await proposer.Get(path)).Status); // asked to sign in
    }

    [Fact]
    public async Task FormsOfOtherSitesAreRefused()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var path in new[] { "/proponi", "/proponi/riprendi", "/proponi/collegamento", "/proponi/revoca", "/proponi/cancella", "/proponi/ente", "/proponi/ente/posta", $"/proponi/{Guid.NewGuid()}/essenziale", $"/proponi/{Guid.NewGuid()}/invia" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, portal.Address + "/toscana" + path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("title", "x")]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await client.SendAsync(request, Office.Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task ACookieThatIsNotOursOpensNothing()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var value in new[] { "x", new string('A', 1500), JsonSerializer.Serialize(new { Id = Guid.NewGuid() }).Replace("\"", "", StringComparison.Ordinal), "CfDJ8AAAA" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, portal.Address + "/toscana/proponi/mie");
            request.Headers.Add("Cookie", "hub-proposta=" + Uri.EscapeDataString(value));
            using var answer = await client.SendAsync(request, Office.Cancel);
            Assert.EndsWith("/proponi/riprendi", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    private static void Clean(string html)
    {
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Portal.Parsed(html).QuerySelectorAll("[onerror], [onload]"));
    }
}
