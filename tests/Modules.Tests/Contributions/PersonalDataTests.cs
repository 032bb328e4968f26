using System.Net;
using System.Text.Json.Nodes;
using Hub.Content.Editing;
using Hub.Contributions.Contributors;
using Hub.Contributions.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Alerts;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

[Collection(nameof(ContributionPortal))]
public sealed class PersonalDataTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task EverythingKnownIsHandedOutByTheLink()
    {
        using var proposer = new Proposer(portal);
        await proposer.Sent("Nel mio archivio");

        var data = JsonNode.Parse((await proposer.Get("/proponi/dati")).Html)!;

        Assert.Equal((proposer.Email, "Lucia Prova"), (data["posta"]!.ToString(), data["nome"]!.ToString()));
        Assert.Equal("Nel mio archivio", data["proposte"]![0]!["titolo"]!.ToString());
        Assert.Equal(2, data["proposte"]![0]!["consensi"]!.AsArray().Count);
        using var stranger = new Proposer(portal);
        Assert.EndsWith("/proponi/riprendi", (await stranger.Get("/proponi/dati")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErasingLeavesNoTraceOfThePersonAndKeepsWhatWasSent()
    {
        using var proposer = new Proposer(portal);
        var sent = await proposer.Sent("Resta senza nome");
        var draft = await proposer.Begin("Bozza da cancellare");

        Assert.Equal(HttpStatusCode.OK, (await proposer.Post("/proponi/cancella")).Status);

        Assert.False(await portal.Db(db => db.Set<ContributorRow>().AnyAsync(row => row.Email == proposer.Email)));
        Assert.False(await portal.Db(db => db.Set<ProposalRow>().AnyAsync(row => row.Id == draft)));
        Assert.False(await portal.Db(db => db.Set<UnsavedRow>().AnyAsync(row => row.ItemId == draft)));
        Assert.Null((await portal.Row(sent)).ContributorId);
        Assert.False(await portal.Db(db => db.Set<Hub.Content.Mail.OutboxRow>().AnyAsync(row => row.To == proposer.Email)));
        Assert.True((await portal.Decide(sent, Office.Second)).Succeeded); // goes on without them
        Assert.EndsWith("/proponi/riprendi", (await proposer.Get("/proponi/mie")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftIsDeletedAfterAWarningUnlessItsWriterComesBack()
    {
        using var proposer = new Proposer(portal);
        var left = await proposer.Ready("Dimenticata");
        var kept = await proposer.Begin("Ripresa");
        var sent = await proposer.Sent("Inviata e intatta");

        await Forget(165);
        Assert.DoesNotContain("La cancelliamo", string.Join('\n', (await new Postbox(portal).Mails(proposer.Email)).Select(mail => mail.Text)), StringComparison.Ordinal);
        await Forget(167);
        var warnings = (await new Postbox(portal).Mails(proposer.Email)).Where(mail => mail.Text.Contains("La cancelliamo", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, warnings.Count);
        await Forget(175);
        Assert.Equal(HttpStatusCode.OK, (await proposer.Get($"/proponi/{left}")).Status);
        await proposer.Post($"/proponi/{kept}/essenziale", Proposer.Ten("Ripresa"));
        await Forget(182);

        Assert.False(await Exists(left));
        Assert.True(await Exists(kept));
        Assert.True(await Exists(sent));
        Assert.False(await portal.Db(db => db.Set<UnsavedRow>().AnyAsync(row => row.ItemId == left)));
    }

    [Fact]
    public async Task WhatNobodyConfirmedIsForgottenAfterAMonth()
    {
        using var stranger = new Proposer(portal, "emilia-romagna");
        var id = await stranger.Begin("Mai confermata");

        await Forget(29, "emilia-romagna");
        Assert.True(await Exists(id));
        await Forget(31, "emilia-romagna");

        Assert.False(await Exists(id));
        Assert.False(await portal.Db(db => db.Set<ContributorRow>().AnyAsync(row => row.Email == stranger.Email)));
    }

    private Task<bool> Exists(Guid id) => portal.Db(db => db.Set<ProposalRow>().AnyAsync(row => row.Id == id));

    private Task<bool> Forget(int days, string region = "toscana") => portal.In(region, async (services, found) =>
    {
        var clock = (TimeProvider)new ShiftedClock(TimeSpan.FromDays(days));
        var contributors = ActivatorUtilities.CreateInstance<KnownContributors>(services, clock);
        var task = ActivatorUtilities.CreateInstance<ForgetContributors>(services, contributors, clock);
        await task.Run(found, Office.Cancel);
        return true;
    });
}
