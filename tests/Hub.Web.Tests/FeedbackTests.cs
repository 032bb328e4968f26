using System.Net;
using Hub.Content.Storage;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class FeedbackTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private readonly Portal portal = own.Portal;

    [Fact]
    public async Task AnOpinionIsStoredWithoutAnythingThatTellsWhoGaveIt()
    {
        using var visitor = portal.NewVisitor();

        var answer = await visitor.Post("/toscana/commenti", Form("/pagine/pagina-01", "5", "Molto chiara"), ("User-Agent", "Riconoscibile/1.0"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.StartsWith("/toscana/commenti/grazie", answer.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Ask(answer.Header("Location")!)).Status);
        var stored = Assert.Single(await portal.Feedback("toscana"), row => row.Path == "/pagine/pagina-01");
        Assert.Equal((5, "Molto chiara"), (stored.Stars, stored.Comment));
        Assert.Equal(["Answer", "At", "Comment", "Id", "Path", "Region", "Stars"], typeof(FeedbackRow).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://altrove.example")]
    [InlineData("Origin", "null")]
    public async Task AFormOfAnotherSiteIsRefused(string header, string value)
    {
        using var visitor = portal.NewVisitor();

        var answer = await visitor.Post("/toscana/commenti", Form("/da-fuori", "1", ""), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain(await portal.Feedback("toscana"), row => row.Path == "/da-fuori");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://" + SmallContent.National)]
    public async Task AFormOfOurOwnIsTaken(string header, string value)
    {
        using var visitor = portal.NewVisitor();

        Assert.Equal(HttpStatusCode.Found, (await visitor.Post("/puglia/commenti", Form("/", "4", ""), (header, value))).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("moltissime")]
    [InlineData("")]
    public async Task WithoutStarsTheFormComesBackWithWhatWasTyped(string stars)
    {
        using var visitor = portal.NewVisitor();

        var answer = await visitor.Post("/toscana/commenti", Form("/pagine/pagina-02", stars, "Il mio <b>commento</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Il mio <b>commento</b>", answer.Page.QuerySelector("textarea[name=comment]")!.TextContent.Trim());
        Assert.Equal("/pagine/pagina-02", answer.Page.QuerySelector("input[name=path]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task HostileWordsAreStoredAsWordsWithinTheirLimits()
    {
        using var visitor = portal.NewVisitor();

        await visitor.Post("/toscana/commenti", Form("/ostile", "2", "<script>\u0001\u202Ealert(1)</script>" + new string('x', 5000), ("negative", "risposta-inventata")));
        await visitor.Post("/toscana/commenti", [KeyValuePair.Create("stars", "2"), KeyValuePair.Create("stars", "5"), KeyValuePair.Create("comment[0].x", "y")]);

        var stored = Assert.Single(await portal.Feedback("toscana"), row => row.Path == "/ostile");
        Assert.Equal("", stored.Answer);
        Assert.True(stored.Comment.Length <= 2000);
        Assert.DoesNotContain('\u0001', stored.Comment);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/toscana/commenti", Form("/zero", "5", "a\0b"))).Status);
    }

    [Theory]
    [InlineData("//cattivo.example")]
    [InlineData("https://cattivo.example")]
    [InlineData("/\\cattivo.example")]
    [InlineData("/\t/cattivo.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/cattivo.example")]
    [InlineData("/\"><script>alert(1)</script>")]
    public async Task NoThanksLeadElsewhere(string to)
    {
        foreach (var region in new[] { "", "/toscana" })
        {
            var thanks = (await portal.Reader.Ask($"{region}/commenti/grazie?da={Uri.EscapeDataString(to)}")).Page;
            Assert.All(thanks.QuerySelectorAll("main a"), link => Assert.Matches("^/([^/\\\\]|$)", link.GetAttribute("href")!));
            Assert.Empty(thanks.QuerySelectorAll("main script"));
        }

        using var visitor = portal.NewVisitor();
        var posted = await visitor.Post("/commenti", Form(to, "3", ""));
        Assert.StartsWith("/commenti/grazie?da=%2F", posted.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTwentyFirstFormInAMinuteIsRefusedAndOthersAreNot()
    {
        using var eager = portal.NewVisitor();
        for (var sent = 0; sent < 20; sent++)
            Assert.Equal(HttpStatusCode.Found, (await eager.Post("/commenti", Form("/", "5", ""))).Status);

        var refused = await eager.Post("/commenti", Form("/", "5", ""));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotEmpty(refused.Page.QuerySelectorAll("h1"));
        using var other = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.Found, (await other.Post("/commenti", Form("/", "5", ""))).Status);
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string path, string stars, string comment, params (string Name, string Value)[] more) =>
        new[] { ("path", path), ("stars", stars), ("comment", comment) }.Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
}
