using System.Net;
using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Tests.Accounts;

public sealed class PeopleTests : IAsyncLifetime
{
    private const string Page = "/toscana/gestione/persone";
    private const string Invite = "/toscana/gestione/persone/inviti";
    private const string Accept = "/toscana/gestione/invito";
    private const string New = "bruno@example.it";

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task WhoeverIsInvitedMakesAnAccountThroughALinkThatWorksOnce()
    {
        using var administrator = await portal.Somebody("capo@example.it", "toscana", Roles.RegionAdministrator);
        Assert.Equal(HttpStatusCode.Found, (await administrator.Send(Page, Invite, ("email", " Bruno@Example.it "), ("ruolo", Roles.Editor))).Status);
        var link = await portal.LinkTo(New);
        using var invited = portal.NewVisitor();

        var weak = await invited.Send(link, Accept, ("nome", "Bruno Bianchi"), ("password", "Password12345"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.Equal("Bruno Bianchi", weak.Page.QuerySelector("#nome")!.GetAttribute("value"));
        Assert.NotNull(weak.Page.QuerySelector("#password-errore"));
        var made = await invited.Send(link, Accept, ("nome", "Bruno Bianchi"), ("password", Staffing.Password));

        Assert.Equal((HttpStatusCode.Found, "/toscana/gestione"), (made.Status, made.Header("Location")));
        Assert.Contains("Bruno Bianchi", (await invited.Ask("/toscana/gestione")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.Ask("/puglia/gestione")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.Ask(Page)).Status);
        using var second = portal.NewVisitor();
        Assert.Empty((await second.Ask(link)).Page.QuerySelectorAll("main form"));
        Assert.Empty((await administrator.Ask(Page)).Page.QuerySelectorAll("form[action$='/rinnova']"));
    }

    [Fact]
    public async Task WhoeverHasAnAccountOnlyConfirms()
    {
        using var administrator = await portal.Administrator();
        var person = await portal.Account(New, "puglia", Roles.Reviewer);
        await administrator.Send(Page, Invite, ("email", New), ("ruolo", Roles.Contributor));
        using var visitor = portal.NewVisitor();
        var link = await portal.LinkTo(New);

        Assert.Empty((await visitor.Ask(link)).Page.QuerySelectorAll("#password"));
        var accepted = await visitor.Send(link, Accept);

        Assert.Equal("/toscana/gestione/accesso", accepted.Header("Location"));
        Assert.Equal(HttpStatusCode.Found, (await visitor.Ask("/toscana/gestione")).Status); // the link opens no session
        Assert.Equal(["puglia revisore", "toscana contributore"], await portal.Db(db =>
            db.Memberships.Where(row => row.UserId == person).OrderBy(row => row.Region).Select(row => row.Region + " " + row.Role).ToListAsync()));
    }

    [Fact]
    public async Task AnInvitationEndsAfterAWeekWhenItIsTakenBackAndWhenItIsSentAgain()
    {
        using var administrator = await portal.Administrator();
        using var visitor = portal.NewVisitor();
        await administrator.Send(Page, Invite, ("email", New), ("ruolo", Roles.Editor));
        var first = await portal.LinkTo(New);
        await administrator.Send(Page, await Action(administrator, "rinnova"));
        var second = await portal.LinkTo(New);
        Assert.Empty((await visitor.Ask(first)).Page.QuerySelectorAll("main form"));
        Assert.NotEmpty((await visitor.Ask(second)).Page.QuerySelectorAll("main form"));
        Assert.Empty((await visitor.Ask(second.Replace("/toscana/", "/puglia/", StringComparison.Ordinal))).Page.QuerySelectorAll("main form"));

        await portal.Db(db => db.Set<InvitationRow>().ExecuteUpdateAsync(row => row.SetProperty(r => r.Expires, r => r.Expires.AddDays(-7))));
        Assert.Empty((await visitor.Ask(second)).Page.QuerySelectorAll("main form"));
        await administrator.Send(Page, await Action(administrator, "rinnova"));
        var third = await portal.LinkTo(New);
        Assert.NotEmpty((await visitor.Ask(third)).Page.QuerySelectorAll("main form"));
        await administrator.Send(Page, await Action(administrator, "togli"));

        Assert.Empty((await visitor.Ask(third)).Page.QuerySelectorAll("main form"));
        Assert.Equal(0, await portal.Db(db => db.Set<InvitationRow>().CountAsync()));
    }

    [Fact]
    public async Task AMistakeInAnInvitationIsToldBesideItsFieldAndNothingTypedIsLost()
    {
        using var administrator = await portal.Administrator();
        await portal.Account(New, "toscana", Roles.Editor);

        foreach (var (email, role) in new[] { ("", Roles.Editor), ("non un indirizzo", Roles.Editor), (New, Roles.Editor) })
        {
            var answer = await administrator.Send(Page, Invite, ("email", email), ("ruolo", role));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal(email, answer.Page.QuerySelector("#email")!.GetAttribute("value"));
            Assert.NotNull(answer.Page.QuerySelector("#email-errore"));
        }
    }

    [Fact]
    public async Task NobodyGivesMoreThanTheyHave()
    {
        using var regional = await portal.Somebody("capo@example.it", "toscana", Roles.RegionAdministrator);
        using var nationalEditor = await portal.Somebody("nazione@example.it", "nazionale", Roles.RegionAdministrator);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await regional.Send(Page, Invite, ("email", New), ("ruolo", Roles.NationalAdministrator))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nationalEditor.Send("/gestione/persone", "/gestione/persone/inviti", ("email", New), ("ruolo", Roles.NationalAdministrator))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await regional.Send(Page, Invite, ("email", New), ("ruolo", "inventato"))).Status);

        Assert.Empty(await portal.MailsTo(New));
    }

    [Fact]
    public async Task TheLastAdministratorStays()
    {
        using var first = await portal.Administrator();
        using var regional = await portal.Somebody("capo@example.it", "toscana", Roles.RegionAdministrator);
        var anna = await portal.Db(db => db.Users.Where(user => user.Email == "anna@example.it").Select(user => user.Id).SingleAsync());
        var capo = await portal.Db(db => db.Users.Where(user => user.Email == "capo@example.it").Select(user => user.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.Send("/gestione/persone", $"/gestione/persone/{anna}/togli")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.Send("/gestione/persone", $"/gestione/persone/{anna}/ruolo", ("ruolo", Roles.Editor))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await regional.Send(Page, $"/toscana/gestione/persone/{capo}/togli")).Status);

        Assert.Equal(2, await portal.Db(db => db.Memberships.CountAsync()));
        await portal.Account("vice@example.it", "toscana", Roles.RegionAdministrator);
        Assert.Equal(HttpStatusCode.Found, (await regional.Send(Page, $"/toscana/gestione/persone/{capo}/togli")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await regional.Ask(Page)).Status);
    }

    [Fact]
    public async Task PeopleAndInvitationsOfAnotherRegionAreNotFound()
    {
        using var administrator = await portal.Administrator();
        using var regional = await portal.Somebody("capo@example.it", "toscana", Roles.RegionAdministrator);
        var stranger = await portal.Account("strano@example.it", "puglia", Roles.Editor);
        await administrator.Send("/puglia/gestione/persone", "/puglia/gestione/persone/inviti", ("email", New), ("ruolo", Roles.Editor));
        var invitation = await portal.Db(db => db.Set<InvitationRow>().Select(row => row.Id).SingleAsync());
        var token = (await regional.Ask(Page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var path in new[] { $"{stranger}/togli", $"{stranger}/ruolo", $"inviti/{invitation}/rinnova", $"inviti/{invitation}/togli" })
        {
            var answer = await regional.Post($"{Page}/{path}", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("ruolo", Roles.Reader)]);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(1, await portal.Db(db => db.Memberships.CountAsync(row => row.UserId == stranger && row.Role == Roles.Editor)));
        Assert.Equal(1, await portal.Db(db => db.Set<InvitationRow>().CountAsync()));
    }

    [Fact]
    public async Task WhatIsDoneToPeopleIsToldInTheAuditWithoutTheirAddress()
    {
        using var administrator = await portal.Administrator();
        await administrator.Send(Page, Invite, ("email", New), ("ruolo", Roles.Editor));
        using var invited = portal.NewVisitor();
        await invited.Send(await portal.LinkTo(New), Accept, ("nome", "Bruno Bianchi"), ("password", Staffing.Password));
        var bruno = await portal.Db(db => db.Users.Where(user => user.Email == New).Select(user => user.Id).SingleAsync());
        await administrator.Send(Page, $"{Page}/{bruno}/ruolo", ("ruolo", Roles.Reviewer));
        await administrator.Send(Page, $"{Page}/{bruno}/togli");

        var told = await portal.Db(db => db.Audit.Where(row => row.Region == "toscana").OrderBy(row => row.Id).ToListAsync());

        Assert.Equal(["invitation.sent", "role.given", "invitation.accepted", "role.given", "role.taken"],
            told.Select(row => row.Action).Where(action => action.StartsWith("invitation", StringComparison.Ordinal) || action.StartsWith("role", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, row => (row.Target + row.Detail).Contains(New, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AReaderOfTheDeskReadsWhatIsBeingMadeAndNothingElse()
    {
        using var reader = await portal.Somebody("lettrice@example.it", "toscana", Roles.Reader);

        var list = await reader.Ask("/toscana/gestione/lettura");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        var item = list.Page.QuerySelector("a[href^='/toscana/gestione/lettura/']")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, (await reader.Ask(item)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Ask("/toscana/gestione/lettura/" + Guid.NewGuid())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Ask("/toscana/gestione/contenuti")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Ask("/puglia/gestione/lettura")).Status);
    }

    private static async Task<string> Action(Visitor administrator, string what) =>
        (await administrator.Ask(Page)).Page.QuerySelector($"form[action^='{Invite}/'][action$='/{what}']")!.GetAttribute("action")!;
}
