using System.Net;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "anna@example.it";
    private const string Password = "una lunga frase segreta";
    private const string Form = "/gestione/accesso";

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task TheFirstAdministratorsLinkWorksOnce()
    {
        var link = await portal.AdministratorPath();
        using var first = portal.NewVisitor();
        var weak = await first.Send(link, "/gestione/primo-accesso", ("email", Email), ("password", "corta"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.Equal(Email, weak.Page.QuerySelector("input[name=email]")!.GetAttribute("value"));

        var done = await first.Send(link, "/gestione/primo-accesso", ("email", Email), ("password", Password));
        Assert.Equal((HttpStatusCode.Found, "/gestione"), (done.Status, done.Header("Location")));
        Assert.Equal(HttpStatusCode.OK, (await first.Ask("/gestione")).Status);

        using var second = portal.NewVisitor();
        Assert.Empty((await second.Ask(link)).Page.QuerySelectorAll("input[name=password]"));
        Assert.Empty((await second.Ask("/gestione/primo-accesso?codice=inventato")).Page.QuerySelectorAll("input[name=password]"));
        Assert.Equal(HttpStatusCode.Found, (await second.Ask("/gestione")).Status);
    }

    [Fact]
    public async Task TheRightPasswordLeadsWhereOneWantedToGoAndAWrongOneNowhere()
    {
        (await portal.Administrator()).Dispose();
        using var visitor = portal.NewVisitor();

        var wrong = await visitor.Send(Form, Form, ("email", Email), ("password", "sbagliata"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(Email, wrong.Page.QuerySelector("input[name=email]")!.GetAttribute("value"));
        Assert.DoesNotContain("sbagliata", wrong.Text, StringComparison.Ordinal);
        var unknown = await visitor.Send(Form, Form, ("email", "nessuno@example.it"), ("password", Password));
        Assert.Equal(wrong.Page.QuerySelector("#errori")!.TextContent, unknown.Page.QuerySelector("#errori")!.TextContent);

        var right = await visitor.Send(Form + "?da=/gestione/funzioni", Form, ("email", Email), ("password", Password));
        Assert.Equal((HttpStatusCode.Found, "/gestione/funzioni"), (right.Status, right.Header("Location")));
        var cookie = right.Header("Set-Cookie");
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AfterEightWrongPasswordsTheRightOneIsRefusedToo()
    {
        (await portal.Administrator()).Dispose();
        using var visitor = portal.NewVisitor();
        for (var attempt = 0; attempt < 8; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Send(Form, Form, ("email", Email), ("password", "sbagliata"))).Status);

        using var elsewhere = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.Send(Form, Form, ("email", Email), ("password", Password))).Status);
    }

    [Fact]
    public async Task TheEleventhAttemptInAMinuteIsRefused()
    {
        using var visitor = portal.NewVisitor();
        for (var attempt = 0; attempt < 10; attempt++)
            await visitor.Send(Form, Form, ("email", "nessuno@example.it"), ("password", "x"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Send(Form, Form, ("email", "nessuno@example.it"), ("password", "x"))).Status);
    }

    [Fact]
    public async Task SigningInLeadsToNoOtherSite()
    {
        (await portal.Administrator()).Dispose();
        foreach (var to in new[] { "https://cattivo.example", "//cattivo.example", "/\\cattivo.example", "javascript:alert(1)", "" })
        {
            using var visitor = portal.NewVisitor();
            var page = $"{Form}?da={Uri.EscapeDataString(to)}";
            Assert.Equal("/gestione", (await visitor.Ask(page)).Page.QuerySelector("input[name=da]")!.GetAttribute("value"));
            var forged = await visitor.Send(page, Form, ("da", to), ("email", Email), ("password", Password));
            Assert.Equal("/gestione", forged.Header("Location"));
        }
    }

    [Fact]
    public async Task SignedInInThePortalOfAllOneSignsOutInTheOneOfARegion()
    {
        using var administrator = await portal.Administrator();
        Assert.Equal(HttpStatusCode.OK, (await administrator.Ask("/toscana/gestione")).Status);

        var left = await administrator.Send("/toscana/gestione", "/toscana/gestione/uscita");

        Assert.Equal((HttpStatusCode.Found, "/toscana/"), (left.Status, left.Header("Location")));
        Assert.Equal(HttpStatusCode.Found, (await administrator.Ask("/gestione")).Status);
        Assert.Equal(HttpStatusCode.Found, (await administrator.Ask("/toscana/gestione")).Status);
    }

    [Theory]
    [InlineData("/gestione/accesso")]
    [InlineData("/gestione/uscita")]
    [InlineData("/gestione/primo-accesso")]
    [InlineData("/gestione/funzioni")]
    [InlineData("/gestione/impostazioni/home")]
    public async Task NoFormOfTheDeskIsTakenWithoutItsToken(string path)
    {
        using var administrator = await portal.Administrator();

        var answer = await administrator.Post(path, [KeyValuePair.Create("email", Email), KeyValuePair.Create("password", Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Ask("/gestione")).Status);
        Assert.True(portal.Regions.Current.National.Has("Hub.Pages"));
    }
}
