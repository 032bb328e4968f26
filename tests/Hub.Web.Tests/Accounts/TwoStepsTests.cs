using System.Net;
using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Tests.Accounts;

public sealed class TwoStepsTests : IAsyncLifetime
{
    private const string Email = "rosa@example.it";
    private const string Page = "/toscana/gestione/account/due-passaggi";
    private const string Form = "/gestione/accesso";
    private const string CodeForm = "/gestione/accesso/codice";

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task AfterTheAppHasShownARightCodeOneIsAskedForAtSignInAndEachIsGoodOnce()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        var (key, _) = await TurnOn(rosa);
        Assert.Equal(HttpStatusCode.OK, (await rosa.Ask("/toscana/gestione")).Status); // this browser stays in

        using var elsewhere = await AfterPassword();
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.Ask("/toscana/gestione")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.Send(CodeForm, CodeForm, ("codice", "000000"))).Status);
        var code = Authenticator.Code(key, 1);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.Send(CodeForm, CodeForm, ("codice", code[..3] + " " + code[3..]))).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Ask("/toscana/gestione")).Status);

        using var thief = await AfterPassword();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Send(CodeForm, CodeForm, ("codice", code))).Status);
    }

    [Fact]
    public async Task ARecoveryCodeLetsInOnceAndNewOnesReplaceTheOld()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        var (_, codes) = await TurnOn(rosa);
        Assert.Equal(10, codes.Count);

        using (var first = await AfterPassword())
            Assert.Equal(HttpStatusCode.Found, (await first.Send(CodeForm, CodeForm, ("codice", codes[0]))).Status);
        using (var again = await AfterPassword())
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Send(CodeForm, CodeForm, ("codice", codes[0]))).Status);
        var fresh = Codes(await rosa.Send(Page, Page + "/codici", ("password", Staffing.Password)));
        using var last = await AfterPassword();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await last.Send(CodeForm, CodeForm, ("codice", codes[1]))).Status);
        Assert.Equal(HttpStatusCode.Found, (await last.Send(CodeForm, CodeForm, ("codice", fresh[1]))).Status);
    }

    [Fact]
    public async Task WrongCodesSuspendTheAccountAsWrongPasswordsDo()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        var (key, _) = await TurnOn(rosa);
        using var thief = await AfterPassword();
        for (var attempt = 0; attempt < 8; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Send(CodeForm, CodeForm, ("codice", attempt % 2 == 0 ? "000000" : "AAAAA-BBBBB"))).Status);

        using var visitor = portal.NewVisitor();
        var owner = await visitor.Send(Form, Form, ("email", Email), ("password", Staffing.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Send(CodeForm, CodeForm, ("codice", Authenticator.Code(key, 1)))).Status);
    }

    [Fact]
    public async Task ARoleMayAskForTwoStepsAndThenOpensNothingWithoutThem()
    {
        using var administrator = await portal.Administrator();
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        const string Settings = "/toscana/gestione/impostazioni/accounts";
        Assert.Equal(HttpStatusCode.Found, (await administrator.Send(Settings, Settings, ("editors", "true"))).Status);

        var led = await rosa.Ask("/toscana/gestione/contenuti");
        Assert.Equal((HttpStatusCode.Found, Page + "?serve=si"), (led.Status, led.Header("Location")));
        Assert.NotNull((await rosa.Ask(led.Header("Location")!)).Page.QuerySelector(".note-warning"));
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Post("/toscana/gestione/contenuti/azioni", [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Ask("/toscana/gestione")).Status); // the rule of administrators is the national portal's

        await TurnOn(rosa);
        Assert.Equal(HttpStatusCode.OK, (await rosa.Ask("/toscana/gestione/contenuti")).Status);
    }

    [Fact]
    public async Task TurningTheSecondStepOffAsksForThePasswordAndIsToldByMail()
    {
        using var rosa = await portal.Somebody(Email, "toscana", Roles.Editor);
        await TurnOn(rosa);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Send(Page, Page + "/disattiva", ("password", "sbagliata"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await rosa.Send(Page, Page + "/disattiva", ("password", Staffing.Password))).Status);

        Assert.Contains(await portal.MailsTo(Email), mail => mail.Subject.Contains("spento", StringComparison.Ordinal));
        (await portal.SignIn(Email)).Dispose();
        Assert.False(await portal.Db(db => db.Users.AnyAsync(user => user.TwoFactorEnabled)));
        Assert.Equal(2, await portal.Db(db => db.Set<SessionRow>().CountAsync()));
    }

    /// <summary>Turns two steps on as a person does.</summary>
    /// <returns>The key and the recovery codes.</returns>
    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOn(Visitor visitor)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(Page, Page + "/comincia", ("password", "sbagliata"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await visitor.Send(Page, Page + "/comincia", ("password", Staffing.Password))).Status);
        var page = (await visitor.Ask(Page)).Page;
        Assert.StartsWith("data:image/svg+xml", page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var key = page.QuerySelector("#chiave")!.TextContent;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(Page, Page + "/attiva", ("codice", "000000"))).Status);
        return (key, Codes(await visitor.Send(Page, Page + "/attiva", ("codice", Authenticator.Code(key)))));
    }

    private static IReadOnlyList<string> Codes(Answer answer) => [.. answer.Page.QuerySelectorAll(".secret-codes li").Select(item => item.TextContent.Trim())];

    /// <summary>A browser in which the password was right and the code is owed.</summary>
    private async Task<Visitor> AfterPassword()
    {
        var visitor = portal.NewVisitor();
        var answer = await visitor.Send(Form, Form, ("email", Email), ("password", Staffing.Password));
        Assert.Contains("/gestione/accesso/codice", answer.Header("Location"), StringComparison.Ordinal);
        return visitor;
    }
}
