using System.Net;
using System.Text.Json.Nodes;
using Hub.Content.Accounts;
using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Workflow;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Accounts;

public sealed class AccountTests : IAsyncLifetime
{
    private const string Email = "rosa@example.it";
    private const string New = "rosa.verdi@example.it";
    private const string NewPassword = "tredici oche nel fossato";
    private const string Account = "/gestione/account";
    private const string Security = "/gestione/account/sicurezza";
    private const string Recovery = "/gestione/recupero";

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task ASessionThatIsEndedElsewhereIsOverAtTheNextRequest()
    {
        using var here = await portal.Somebody(Email, "toscana", Roles.Editor);
        using var there = await portal.SignIn(Email);
        using var stranger = await portal.Somebody("altra@example.it", "toscana", Roles.Editor);
        var close = (await here.Ask(Security)).Page.QuerySelectorAll("form[action$='/chiudi']").Select(form => form.GetAttribute("action")!).First(action => action.Count(c => c == '/') == 6);
        Assert.Equal(HttpStatusCode.OK, (await there.Ask("/toscana/gestione")).Status);

        var token = (await stranger.Ask(Security)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(close, [KeyValuePair.Create("__RequestVerificationToken", token)])).Status);
        Assert.Equal(HttpStatusCode.OK, (await there.Ask("/toscana/gestione")).Status);
        Assert.Equal(HttpStatusCode.Found, (await here.Send(Security, close)).Status);

        Assert.Equal(HttpStatusCode.Found, (await there.Ask("/toscana/gestione")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.Ask("/toscana/gestione")).Status);
    }

    [Fact]
    public async Task ASessionEndsAfterEightHoursWithoutUseAndAfterTwelveInAnyCase()
    {
        foreach (var (seen, started, isOver) in new[] { (7, 11, false), (8, 8, true), (0, 12, true) })
        {
            using var visitor = await portal.Somebody($"a{seen}-{started}@example.it", "toscana", Roles.Editor);
            await portal.Db(db => db.Set<SessionRow>().ExecuteUpdateAsync(row => row
                .SetProperty(r => r.Seen, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-seen)).SetProperty(r => r.Started, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-started))));
            Assert.Equal(isOver ? HttpStatusCode.Found : HttpStatusCode.OK, (await visitor.Ask("/toscana/gestione")).Status);
        }
    }

    [Fact]
    public async Task SigningOutEndsTheSessionSoThatACopyOfTheCookieOpensNothing()
    {
        using var visitor = await portal.Somebody(Email, "toscana", Roles.Editor);
        var cookie = visitor.Cookies.GetCookieHeader(new Uri(portal.Address));
        using var copy = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await copy.Ask("/toscana/gestione", headers: ("Cookie", cookie))).Status);

        await visitor.Send("/toscana/gestione", "/toscana/gestione/uscita");

        Assert.Equal(HttpStatusCode.Found, (await copy.Ask("/toscana/gestione", headers: ("Cookie", cookie))).Status);
        Assert.Equal(0, await portal.Db(db => db.Set<SessionRow>().CountAsync()));
    }

    [Fact]
    public async Task AnotherPasswordSignsAllOtherBrowsersOut()
    {
        using var here = await portal.Somebody(Email, "toscana", Roles.Editor);
        using var there = await portal.SignIn(Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.Send(Security, Security + "/password", ("attuale", "sbagliata"), ("nuova", NewPassword))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.Send(Security, Security + "/password", ("attuale", Staffing.Password), ("nuova", "password12345"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await here.Send(Security, Security + "/password", ("attuale", Staffing.Password), ("nuova", NewPassword))).Status);

        Assert.Equal(HttpStatusCode.OK, (await here.Ask(Security)).Status);
        Assert.Equal(HttpStatusCode.Found, (await there.Ask(Security)).Status);
        (await portal.SignIn(Email, NewPassword)).Dispose();
        Assert.Single(await portal.MailsTo(Email));
    }

    [Fact]
    public async Task WhoeverLostThePasswordSetsAnotherThroughALinkAndNobodyLearnsWhoHasAnAccount()
    {
        using var lost = await portal.Somebody(Email, "toscana", Roles.Editor);
        using var visitor = portal.NewVisitor();
        var known = await visitor.Send(Recovery, Recovery, ("email", Email));
        var unknown = await visitor.Send(Recovery, Recovery, ("email", "nessuno@example.it"));
        Assert.Equal((known.Status, known.Header("Location")), (unknown.Status, unknown.Header("Location")));
        Assert.Empty(await portal.MailsTo("nessuno@example.it"));
        var link = await portal.LinkTo(Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(link, Recovery + "/password", ("password", "corta"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await visitor.Send(link, Recovery + "/password", ("password", NewPassword))).Status);

        Assert.Equal(HttpStatusCode.Found, (await lost.Ask(Account)).Status); // whoever was in is out
        Assert.Empty((await visitor.Ask(link)).Page.QuerySelectorAll("main form"));
        (await portal.SignIn(Email, NewPassword)).Dispose();
        Assert.Equal(2, (await portal.MailsTo(Email)).Count);
    }

    [Fact]
    public async Task RecoveryWritesAtMostThreeMailsAnHourAndNoneToALockedAccount()
    {
        using var visitor = portal.NewVisitor();
        await portal.Account(Email, "toscana", Roles.Editor);
        for (var time = 0; time < 5; time++)
            await visitor.Send(Recovery, Recovery, ("email", Email));
        Assert.Equal(3, (await portal.MailsTo(Email)).Count);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Send(Recovery, Recovery, ("email", Email))).Status);

        await portal.Account(New, "toscana", Roles.Editor);
        await portal.Db(db => db.Users.Where(user => user.Email == New).ExecuteUpdateAsync(row => row.SetProperty(r => r.LockoutEnd, DateTimeOffset.MaxValue)));
        using var other = portal.NewVisitor();
        await other.Send(Recovery, Recovery, ("email", New));
        Assert.Empty(await portal.MailsTo(New));
    }

    [Fact]
    public async Task AnotherAddressCountsOnceItsMailboxIsConfirmed()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        await portal.Account("altra@example.it");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Send(Account, Account + "/indirizzo", ("email", New), ("password", "sbagliata"))).Status);
        await rosa.Send(Account, Account + "/indirizzo", ("email", "altra@example.it"), ("password", Staffing.Password));
        Assert.Empty(await portal.MailsTo("altra@example.it"));
        await rosa.Send(Account, Account + "/indirizzo", ("email", New), ("password", Staffing.Password));
        using var visitor = portal.NewVisitor();
        var link = await portal.LinkTo(New);
        using (await portal.SignIn(Email)) // until then
        {
            Assert.Equal(HttpStatusCode.Found, (await visitor.Send(link, Account + "/indirizzo/conferma")).Status);
        }

        (await portal.SignIn(New)).Dispose();
        Assert.Equal(HttpStatusCode.Found, (await rosa.Ask(Account)).Status);
        Assert.Single(await portal.MailsTo(Email)); // the former address is told
    }

    [Fact]
    public async Task AnotherNameStandsBesideAllThatWasWritten()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        await Write(Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Send(Account, Account + "/nome", ("nome", " "))).Status);
        Assert.Equal(HttpStatusCode.Found, (await rosa.Send(Account, Account + "/nome", ("nome", "Rosa Verdi"))).Status);

        Assert.Contains("Rosa Verdi", (await rosa.Ask(Account)).Text, StringComparison.Ordinal);
        Assert.Equal(["Rosa Verdi"], await portal.Db(db => db.Set<UnsavedRow>().Select(row => row.Person).ToListAsync()));
        Assert.False(await portal.Db(db => db.Versions.AnyAsync(row => row.Author == Email)));
        using var other = await portal.Somebody("altra@example.it", "toscana", Roles.Editor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Send(Account, Account + "/nome", ("nome", "rosa verdi"))).Status);
    }

    [Fact]
    public async Task EverythingHeldOfAPersonCanBeTakenAway()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        await Write(Email);

        var answer = await rosa.Send("/gestione/account/dati", "/gestione/account/dati/scarica");

        Assert.Contains("dati-personali.json", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        var data = JsonNode.Parse(answer.Text)!;
        Assert.Equal(Email, data["account"]!["email"]!.GetValue<string>());
        Assert.Single(data["account"]!["sessions"]!.AsArray());
        Assert.Single(data["desk"]!["versions"]!.AsArray());
        Assert.Single(data["desk"]!["unsaved"]!.AsArray());
        Assert.DoesNotContain("assword", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErasedAccountLeavesOnlyAPseudonymBesideItsWork()
    {
        using var administrator = await portal.Administrator();
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        var item = await Write(Email);
        const string Page = "/gestione/account/dati";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Send(Page, Page + "/cancella", ("password", Staffing.Password))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Send(Page, Page + "/cancella", ("conferma", "true"), ("password", "sbagliata"))).Status);

        Assert.Equal(HttpStatusCode.Found, (await rosa.Send(Page, Page + "/cancella", ("conferma", "true"), ("password", Staffing.Password))).Status);

        Assert.Equal(HttpStatusCode.Found, (await rosa.Ask(Account)).Status);
        Assert.StartsWith("persona-", await portal.Db(db => db.Versions.Where(row => row.ItemId == item).Select(row => row.Author).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Db(db => db.Set<UnsavedRow>().CountAsync()));
        Assert.Equal(1, await portal.Db(db => db.Users.CountAsync()));
        Assert.Equal(1, await portal.Db(db => db.Memberships.CountAsync()));
        Assert.False(await portal.Db(db => db.Audit.AnyAsync(row => row.Actor == Email)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(Page, Page + "/cancella", ("conferma", "true"), ("password", Staffing.Password))).Status); // the last one
    }

    [Fact]
    public async Task WhatIsKeptNoLongerIsDeletedAtNight()
    {
        using var visitor = await portal.Somebody(Email);
        var old = await portal.Account(New);
        await portal.Db(db => db.Users.Where(user => user.Id == old).ExecuteUpdateAsync(row => row.SetProperty(r => r.LastSignIn, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-731))));
        await portal.Db(db => db.Set<SessionRow>().ExecuteUpdateAsync(row => row.SetProperty(r => r.Started, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-13))));

        await portal.RunTask("accounts.trim");

        Assert.Equal([Email], await portal.Db(db => db.Users.Select(user => user.Email!).ToListAsync()));
        Assert.Equal(0, await portal.Db(db => db.Set<SessionRow>().CountAsync()));
    }

    [Fact]
    public async Task NoticesComeByMailAsThePersonChose()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);

        await rosa.Send(Account, Account + "/avvisi", ("avvisi", "mai"));
        await rosa.Send(Account, Account + "/avvisi", ("avvisi", "inventato"));

        Assert.Equal(NoticePreferences.Never, await portal.Db(db => db.Users.Select(user => user.NoticePreference).SingleAsync()));
    }

    /// <summary>A version and some unsaved text of somebody.</summary>
    private Task<Guid> Write(string name) => portal.In("toscana", async services =>
    {
        var actor = new Actor(name, null);
        var saved = await services.GetRequiredService<ItemWriter>().Save(new ItemDraft { Type = "pagina", Slug = "di-rosa", Data = new() { ["title"] = "Di Rosa", ["summary"] = "In breve." } }, actor);
        Assert.True(await services.GetRequiredService<Unsaved>().Keep(saved.ItemId!.Value, "pagina", "{}", saved.Stamp, actor));
        await services.GetRequiredService<Remarks>().Add(saved.ItemId.Value, "", "Una nota", actor);
        return saved.ItemId.Value;
    });
}
