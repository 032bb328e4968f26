using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class SecurityHeaderTests(Portal portal)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/toscana/pagine/pagina-01", HttpStatusCode.OK)]
    [InlineData("/non-esiste", HttpStatusCode.NotFound)]
    [InlineData("/toscana/guasto", HttpStatusCode.InternalServerError)]
    [InlineData("/themes/italia/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("/salute", HttpStatusCode.OK)]
    [InlineData("/gestione", HttpStatusCode.Found)]
    public async Task EveryAnswerCarriesThem(string path, HttpStatusCode status)
    {
        for (var round = 0; round < 2; round++) // the second may come from the cache
        {
            var answer = await portal.Reader.Ask(path);

            Assert.Equal(status, answer.Status);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("strict-origin-when-cross-origin", answer.Header("Referrer-Policy"));
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
            Assert.NotNull(answer.Header("Permissions-Policy"));
            Assert.Null(answer.Header("Server"));
            var policy = answer.Header("Content-Security-Policy");
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NothingOfTheDeskStaysInABrowserNorInAnybodyElsesCache()
    {
        await using var own = await Portal.Start();
        using var editor = await own.Person("rosa@example.it", "toscana", Roles.Editor);

        Assert.Contains("no-store", (await editor.Ask("/toscana/gestione")).Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("no-store", (await editor.Ask("/toscana/gestione/persone")).Header("Cache-Control"), StringComparison.Ordinal); // which is refused
        Assert.Contains("no-store", (await editor.Ask("/toscana/gestione/contenuti/nulla")).Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("private", (await editor.Ask("/toscana/pagine/pagina-01")).Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("no-cache", (await own.Reader.Ask("/toscana/pagine/pagina-01")).Header("Cache-Control"));
    }

    [Fact]
    public async Task BehindHttpsEveryCookieIsForHttpsAlone()
    {
        const string SignIn = "/gestione/accesso";
        await using var own = new Portal { Settings = ["--Hub:Proxies", "127.0.0.0/8"] };
        await own.InitializeAsync();
        using var known = await own.Person("rosa@example.it", "toscana", Roles.Editor);
        using var visitor = own.NewVisitor();

        var form = await visitor.Ask(SignIn, headers: ("X-Forwarded-Proto", "https"));
        var token = form.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var entered = await visitor.Post(
            SignIn, [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("email", "rosa@example.it"), KeyValuePair.Create("password", "una lunga frase segreta")],
            ("X-Forwarded-Proto", "https"), ("Cookie", form.Header("Set-Cookie")!.Split(';')[0]));

        Assert.Equal(HttpStatusCode.Found, entered.Status);
        Assert.Contains("hub-accesso=", entered.Header("Set-Cookie"), StringComparison.Ordinal);
        foreach (var cookie in new[] { form.Header("Set-Cookie")!, entered.Header("Set-Cookie")! })
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/toscana/")]
    [InlineData("/toscana/pagine")]
    [InlineData("/toscana/pagine/pagina-01")]
    [InlineData("/cerca?q=aiuto")]
    [InlineData("/non-esiste")]
    public async Task ReadersGetNoCookie(string path)
    {
        using var reader = portal.NewVisitor();

        var answer = await reader.Ask(path);

        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Equal(0, reader.Cookies.Count);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/toscana/")]
    [InlineData("/toscana/pagine")]
    [InlineData("/toscana/pagine/pagina-01")]
    [InlineData("/toscana/bacheca/sedie")]
    [InlineData("/toscana/appuntamenti")]
    [InlineData("/cerca?q=aiuto")]
    [InlineData("/mappa")]
    [InlineData("/non-esiste")]
    [InlineData("/toscana/guasto")]
    [InlineData("/gestione/accesso")]
    public async Task NoPageHasAnythingInlineThatThePolicyForbids(string path)
    {
        var page = (await portal.Reader.Ask(path)).Page;

        Assert.NotEmpty(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[style], style").Select(element => element.OuterHtml));
        Assert.Empty(page.QuerySelectorAll("script:not([src])").Where(script => script.GetAttribute("type") != "application/ld+json").Select(script => script.OuterHtml));
        Assert.Empty(page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).Select(attribute => attribute.Name));
        Assert.All(page.QuerySelectorAll("script[src], link[rel=stylesheet]"), element => Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }
}
