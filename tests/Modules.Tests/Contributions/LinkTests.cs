using System.Net;
using System.Security.Claims;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Contributions.Contributors;
using Hub.Contributions.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Alerts;
using Modules.Tests.Fixtures;

namespace Modules.Tests.Contributions;

/// <summary>The link from a mail, and everybody who hasn't got it.</summary>
[Collection(nameof(ContributionPortal))]
public sealed class LinkTests(OwnPortal own)
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task TheLinkOpensOnAnyDeviceAsOftenAsOneLikes()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Begin("Su due dispositivi");
        var code = (await proposer.Codes()).Single();
        using var phone = proposer.Elsewhere();
        using var tablet = proposer.Elsewhere();

        Assert.EndsWith($"/proponi/{id}", (await phone.OpenLink(code, id.ToString())).Location, StringComparison.Ordinal);
        Assert.EndsWith("/proponi/mie", (await tablet.OpenLink(code)).Location, StringComparison.Ordinal);

        Assert.Contains("Su due dispositivi", (await phone.Get("/proponi/mie")).Words, StringComparison.Ordinal);
        Assert.Contains("Su due dispositivi", (await tablet.Get($"/proponi/{id}/essenziale")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCodeIsStoredAsAHashAndStandsWhereNoServerSeesIt()
    {
        using var proposer = new Proposer(portal);
        await proposer.Begin("Un segreto");

        var mail = await proposer.LastMail();
        var code = (await proposer.Codes()).Single();

        Assert.Contains($"/toscana/proponi/riprendi?pagina=", mail, StringComparison.Ordinal);
        Assert.Contains("#" + code, mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Un segreto", mail, StringComparison.Ordinal); // a stranger may have typed it
        Assert.False(await portal.Db(db => db.Set<ContributorLinkRow>().AnyAsync(row => row.Hash == code)));
        Assert.DoesNotContain(code, (await proposer.OpenLink()).Location, StringComparison.Ordinal);
        Assert.True((await proposer.Get("/proponi/mie")).IsKeptByNobody);
    }

    [Fact]
    public async Task ANewerLinkEndsTheOlderOnesAsSoonAsItIsOpened()
    {
        using var proposer = new Proposer(portal);
        await proposer.Begin("Collegamenti che ruotano");
        await proposer.Post("/proponi/collegamento", ("email", proposer.Email));
        var codes = await proposer.Codes();
        Assert.Equal(2, codes.Count);

        Assert.Equal(HttpStatusCode.Found, (await proposer.Elsewhere().OpenLink(codes[0])).Status); // nobody is locked out by a mail that somebody else asked for
        Assert.Equal(HttpStatusCode.Found, (await proposer.Elsewhere().OpenLink(codes[1])).Status);

        var old = await proposer.Elsewhere().OpenLink(codes[0]);
        Assert.Equal(HttpStatusCode.NotFound, old.Status);
        Assert.Contains("sostituito", old.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokingEndsEveryLinkAndEveryVisit()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Ready("Revocata");
        var code = (await proposer.Codes())[^1];
        using var other = proposer.Elsewhere();
        await other.OpenLink(code);

        Assert.Equal(HttpStatusCode.Found, (await proposer.Post("/proponi/revoca")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/proponi/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenLink(code)).Status);
        await proposer.Post("/proponi/collegamento", ("email", proposer.Email));
        Assert.Equal(HttpStatusCode.Found, (await other.OpenLink()).Status);
        Assert.Contains("Revocata", (await other.Get($"/proponi/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodySeesTheDraftsOfOthers()
    {
        using var owner = new Proposer(portal);
        using var thief = new Proposer(portal);
        var id = await owner.Ready("Solo mia");
        await thief.Ready("La mia");
        string[] pages = ["", "/essenziale", "/anteprima", "/invia"];

        foreach (var page in pages)
        {
            var answer = await thief.Get($"/proponi/{id}{page}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.DoesNotContain("Solo mia", answer.Html, StringComparison.Ordinal);
            Assert.Equal(answer.Words, (await thief.Get($"/proponi/{Guid.NewGuid()}{page}")).Words); // as if it weren't there
        }

        foreach (var (path, fields) in new (string, (string, string)[])[] { ("essenziale", Proposer.Ten("Rubata")), ("essenziale/bozza", Proposer.Ten("Rubata")), ("invia", [("licenza", "true"), ("privacy", "true")]), ("elimina", [("conferma", "true")]), ("risposte", [("testo", "ciao")]) })
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.Post($"/proponi/{id}/{path}", fields)).Status);
        Assert.Contains("Solo mia", (await owner.Get($"/proponi/{id}")).Words, StringComparison.Ordinal);
        using var abroad = new Proposer(portal, "puglia", owner.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await abroad.OpenLink((await owner.Codes())[^1])).Status); // another region's link
    }

    [Fact]
    public async Task GuessedCodesOpenNothingAndAreCounted()
    {
        using var thief = new Proposer(portal);
        var answers = new List<HttpStatusCode>();

        foreach (var guess in new[] { "", "' OR 1=1 --", new string('0', 40), new string('f', 5000), "../../x" })
            answers.Add((await thief.OpenLink(guess)).Status);
        for (var time = 0; time < 20; time++)
            answers.Add((await thief.OpenLink(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20)))).Status);

        Assert.DoesNotContain(HttpStatusCode.Found, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task WhoeverBeginsWithAnothersMailboxIsOutAsSoonAsItsOwnerComesIn()
    {
        using var stranger = new Proposer(portal);
        using var owner = stranger.Elsewhere();
        var id = await stranger.Begin("Cominciata da un estraneo");

        Assert.Equal(HttpStatusCode.OK, (await stranger.Get($"/proponi/{id}")).Status);
        Assert.Equal(HttpStatusCode.Found, (await owner.OpenLink()).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/proponi/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await owner.Get($"/proponi/{id}")).Status);
        var second = await owner.Elsewhere().Begin("Un’altra");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/proponi/{second}")).Status);
    }

    [Fact]
    public async Task SomebodySignedInAsAContributorWithTheSameConfirmedMailboxSeesTheirProposals()
    {
        using var proposer = new Proposer(portal);
        var id = await proposer.Begin("Anche con l’account");
        async Task<Visit?> SignedIn(bool isConfirmed, string role)
        {
            var person = new User { Id = Guid.NewGuid(), UserName = $"{Guid.NewGuid():N}@example.org", Email = proposer.Email, EmailConfirmed = isConfirmed };
            var name = person.UserName;
            await portal.Db(async db =>
            {
                db.Users.Add(person);
                db.Memberships.Add(new MembershipRow { UserId = person.Id, Region = "toscana", Role = role });
                return await db.SaveChangesAsync();
            });
            var claims = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())], "prova");
            return await portal.In("toscana", (services, region) => services.GetRequiredService<Visits>().Of(new DefaultHttpContext { User = new ClaimsPrincipal(claims) }, region, Office.Cancel));
        }

        Assert.Null(await SignedIn(false, Roles.Contributor));
        Assert.Null(await SignedIn(true, Roles.Reader));
        var visit = await SignedIn(true, Roles.Contributor);

        Assert.True(visit!.IsConfirmed);
        Assert.True(visit.MayOpen(await portal.Row(id)));
    }

    [Fact]
    public async Task AskingForALinkTellsNothingOfWhoIsKnown()
    {
        using var stranger = new Proposer(portal);

        var answer = await stranger.Post("/proponi/collegamento", ("email", stranger.Email));

        Assert.EndsWith("/proponi/posta", answer.Location, StringComparison.Ordinal);
        Assert.Empty(await new Postbox(portal).Mails(stranger.Email));
    }

    [Fact]
    public async Task AMailboxIsWrittenToFiveTimesAnHourAtMost()
    {
        using var stranger = new Proposer(portal);
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 8; time++)
            answers.Add((await stranger.Start($"Prova {time}")).Status);

        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.Found));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(5, (await new Postbox(portal).Mails(stranger.Email)).Count);
    }
}
