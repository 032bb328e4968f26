using System.Net;
using Hub.Content.Items;
using Hub.Practices.Transfers;
using Hub.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

public sealed class TransferTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Form = "/puglia/pratiche/spazi-di-comunita-putignano/riuso";
    private const string Page = "/puglia/pratiche/spazi-di-comunita-putignano";
    private static readonly Actor Editor = new("redattore@prova.it", new HashSet<string>(["practices.moderate-transfers"]));

    [Fact]
    public async Task WhatAReaderTellsStandsOnThePageOnceAnEditorPublishesIt()
    {
        using var answer = await Tell("Comune di Prova", consents: true);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain("Comune di Prova", await own.Portal.Words(Page), StringComparison.Ordinal);
        var told = await Waiting("Comune di Prova");
        Assert.Equal(OutcomeKind.Done, (await Decide(log => log.Publish(told.Id, Editor, Cancel))).Kind);
        var words = await own.Portal.Words(Page);
        Assert.Contains("Comune di Prova", words, StringComparison.Ordinal);
        Assert.Contains("Maria Prova", words, StringComparison.Ordinal);
        Assert.Matches("Riusata (1 volta|[0-9]+ volte)", await own.Portal.Words("/puglia/pratiche")); // the other tests tell of theirs

        Assert.Equal(OutcomeKind.Done, (await Decide(log => log.ForgetContact(told.Id, Editor, Cancel))).Kind);
        Assert.DoesNotContain("Maria Prova", await own.Portal.Words(Page), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Done, (await Decide(log => log.Refuse(told.Id, "Doppione.", Editor, Cancel))).Kind);
        Assert.DoesNotContain("Comune di Prova", await own.Portal.Words(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDidNotConsentIsForgottenWithTheDecision()
    {
        using var answer = await Tell("Ente senza consenso", consents: false);
        var told = await Waiting("Ente senza consenso");

        Assert.Equal("Maria Prova", told.ContactName);
        await Decide(log => log.Publish(told.Id, Editor, Cancel));

        var published = (await own.Portal.In("puglia", (services, _) => services.GetRequiredService<TransferLog>().Of(told.ItemId, Cancel))).Single(row => row.Id == told.Id);
        Assert.Equal("", published.ContactName + published.ContactEmail);
    }

    [Fact]
    public async Task AMistakeLosesNothingAndSaysWhatToMend()
    {
        using var answer = await own.Portal.Send(Form, ("segno", await Mark()), ("organisation", "Comune di <b>Prova</b>"), ("place", ""), ("when", "2027"),
            ("changed", "Riga uno\nRiga due"), ("happened", ""), ("contactEmail", "non-valida"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Portal.Parsed(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("Comune di <b>Prova</b>", page.QuerySelector("#riuso-organisation")!.GetAttribute("value"));
        Assert.Equal("Riga uno\nRiga due", page.QuerySelector("#riuso-changed")!.TextContent);
        foreach (var field in new[] { "place", "happened", "contactEmail" })
            Assert.NotNull(page.QuerySelector($"#riuso-{field}-errore"));
    }

    [Fact]
    public async Task AHastyFormIsAskedToSendAgainWithAllThatWasTyped()
    {
        var page = await own.Portal.Page(Form);
        var mark = page.QuerySelector("input[name=segno]")!.GetAttribute("value")!;

        using var answer = await own.Portal.Send(Form, ("segno", mark), ("organisation", "In fretta"), ("place", "Qui"), ("when", "Oggi"), ("changed", "Nulla"), ("happened", "Nulla"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("In fretta", Portal.Parsed(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("#riuso-organisation")!.GetAttribute("value"));
        Assert.DoesNotContain(await AllWaiting(), row => row.Organisation == "In fretta");
    }

    [Fact]
    public async Task AProgramThatFillsTheHiddenFieldIsAnsweredAndNothingIsKept()
    {
        using var answer = await own.Portal.Send(Form, ("segno", await Mark()), ("sito", "https://esempio.it"), ("organisation", "Programma"), ("place", "x"), ("when", "x"), ("changed", "x"), ("happened", "x"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain(await AllWaiting(), row => row.Organisation == "Programma");
    }

    [Fact]
    public async Task OnlyWhoMayDecidesAndOnlyInTheirRegion()
    {
        using var answer = await Tell("Ente da decidere", consents: false);
        var told = await Waiting("Ente da decidere");

        Assert.Equal(OutcomeKind.Forbidden, (await Decide(log => log.Publish(told.Id, new Actor("lettore@prova.it", new HashSet<string>()), Cancel))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await own.Portal.In("toscana", (services, _) => services.GetRequiredService<TransferLog>().Publish(told.Id, Editor, Cancel))).Kind);
    }

    [Fact]
    public async Task AFormOfAnotherSiteIsRefused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(own.Portal.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Form, UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Content = new FormUrlEncodedContent([]);

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> Tell(string organisation, bool consents)
    {
        List<(string, string)> fields =
        [
            ("segno", await Mark()), ("organisation", organisation), ("place", "Prova"), ("when", "primavera 2027"), ("changed", "Due tavoli."), ("happened", "È andata."),
            ("contactName", "Maria Prova"), ("contactEmail", "maria@prova.it"),
        ];
        if (consents)
            fields.Add(("consents", "true"));
        return await own.Portal.Send(Form, [.. fields]);
    }

    /// <summary>The mark of a form that was shown a minute ago.</summary>
    private Task<string> Mark() => own.Portal.In("puglia", (services, _) =>
        Task.FromResult(new FormMark(services.GetRequiredService<IDataProtectionProvider>(), new Ago(TimeSpan.FromMinutes(1))).Begin()));

    private async Task<TransferRow> Waiting(string organisation) => (await AllWaiting()).Single(row => row.Organisation == organisation);

    private Task<IReadOnlyList<TransferRow>> AllWaiting() => own.Portal.In("puglia", (services, _) => services.GetRequiredService<TransferLog>().Waiting(Cancel));

    private Task<Outcome> Decide(Func<TransferLog, Task<Outcome>> decide) => own.Portal.In("puglia", (services, _) => decide(services.GetRequiredService<TransferLog>()));

    private sealed class Ago(TimeSpan past) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - past;
    }
}
