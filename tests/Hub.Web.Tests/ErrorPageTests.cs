using System.Net;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class ErrorPageTests(Portal portal)
{
    [Theory]
    [InlineData("/toscana/niente", HttpStatusCode.NotFound, "italia-toscana")]
    [InlineData("/puglia/pagine/niente", HttpStatusCode.NotFound, "italia-puglia")]
    [InlineData("/toscana/guasto", HttpStatusCode.InternalServerError, "italia-toscana")]
    [InlineData("/puglia/guasto", HttpStatusCode.NotFound, "italia-puglia")]
    [InlineData("/errore/500", HttpStatusCode.NotFound, "italia-nazionale")]
    [InlineData("/errore/403", HttpStatusCode.NotFound, "italia-nazionale")]
    [InlineData("/errore/99999999999", HttpStatusCode.NotFound, "italia-nazionale")]
    public async Task AnErrorIsToldInTheThemeOfItsRegion(string path, HttpStatusCode status, string variant)
    {
        var answer = await portal.Reader.Ask(path);

        Assert.Equal(status, answer.Status);
        Assert.Contains(answer.Page.QuerySelectorAll("link[rel=stylesheet]"), sheet => sheet.GetAttribute("href")!.Contains(variant, StringComparison.Ordinal));
        Assert.Single(answer.Page.QuerySelectorAll("h1"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task AFailureShowsItsTraceAndNothingFromInside()
    {
        var answer = await portal.Reader.Ask("/toscana/guasto");

        Assert.NotEmpty(answer.Page.QuerySelector("main code")!.TextContent.Trim());
        foreach (var inner in new[] { FaultyStartup.Secret, "InvalidOperationException", "   at ", "Hub.Web.Tests", ".cs:line" })
            Assert.DoesNotContain(inner, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/toscana/pagine")]
    [InlineData("DELETE", "/toscana/pagine/pagina-01")]
    [InlineData("TRACE", "/")]
    [InlineData("INVENTED", "/toscana/")]
    public async Task AMethodThatIsNotMeantIsRefusedWithAPage(string method, string path)
    {
        var answer = await portal.Reader.Ask(path, new HttpMethod(method));

        Assert.Contains(answer.Status, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound });
        Assert.NotNull(answer.Header("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/toscana/%00")]
    [InlineData("/toscana/..%2f..%2fappsettings.json")]
    [InlineData("/themes/..%2f..%2fappsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/toscana/pagine/%ED%A0%80")]
    [InlineData("/toscana/pagine/<script>")]
    [InlineData("/TOSCANA/PAGINE/Pagina-01%0d%0aSet-Cookie:a=b")]
    public async Task NoPathBreaksOut(string path)
    {
        var answer = await portal.Reader.Ask(path);

        Assert.Contains(answer.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.Null(answer.Header("Set-Cookie"));
    }
}
