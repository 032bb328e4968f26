using System.Net;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel;
using Hub.Web.Accounts;
using Hub.Web.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Hub.Web.Tests.Accounts;

public sealed class ProviderTests : IAsyncLifetime
{
    private const string Email = "rosa@example.it";
    private const string Desk = "/toscana/gestione";
    private const string SignIn = "/toscana/gestione/accesso";
    private const string Begin = "/toscana/gestione/accesso/fornitore";
    private const string Key = "0123456789abcdef0123456789abcdef";

    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private IdentityProvider provider = null!;
    private Portal portal = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.Start();
        await Open();
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task TheFirstTimeTheMailboxIsConfirmedAndFromThenOnOneEntersDirectly()
    {
        await portal.Account(Email, "toscana", Roles.Editor);
        using var rosa = portal.NewVisitor();

        var arrived = await rosa.Ask(await Arrive(rosa));
        Assert.Equal(Email, arrived.Page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, (await rosa.Ask(Desk)).Status);
        await rosa.Send(Begin + "/arrivo", Begin + "/collega", ("email", Email));
        var entered = await rosa.Send(await portal.LinkTo(Email), Begin + "/conferma");
        Assert.Equal((HttpStatusCode.Found, Desk), (entered.Status, entered.Header("Location")));
        Assert.Equal(HttpStatusCode.OK, (await rosa.Ask(Desk)).Status);

        using var again = portal.NewVisitor();
        var direct = await again.Ask(await Arrive(again));
        Assert.Equal((HttpStatusCode.Found, Desk), (direct.Status, direct.Header("Location")));
        Assert.Equal(HttpStatusCode.OK, (await again.Ask(Desk)).Status);
        Assert.Equal("S256", provider.Asked!["code_challenge_method"]);
        Assert.NotEqual("", provider.Asked["nonce"].ToString());
    }

    [Fact]
    public async Task TheWayToTheProviderIsNoRedirectThatThePolicyOfFormsForbids()
    {
        using var rosa = portal.NewVisitor();

        var sent = await rosa.Send(SignIn, Begin, ("da", Desk));

        var to = sent.Page.QuerySelector("#fornitore")!.GetAttribute("href")!;
        Assert.Equal((HttpStatusCode.OK, null), (sent.Status, sent.Header("Location")));
        Assert.Contains("form-action 'self'", sent.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.StartsWith(provider.Issuer, to, StringComparison.Ordinal);
        Assert.Equal("0;url=" + to, sent.Header("Refresh"));
    }

    [Fact]
    public async Task WhoWantsInWhileTheProviderIsAwayIsToldSo()
    {
        using var rosa = portal.NewVisitor();
        await provider.Leave();

        var sent = await rosa.Send(SignIn, Begin, ("da", Desk));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
        Assert.Contains("Accesso toscano non risponde", sent.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(sent.Page.QuerySelector("main a[href$='/gestione/accesso']"));
    }

    [Fact]
    public async Task TheMailsLinkDoesNothingInAnotherBrowser()
    {
        var victim = await portal.Account(Email, "toscana", Roles.Editor);
        provider.Claims["sub"] = "chi attacca";
        using var attacker = portal.NewVisitor();
        await attacker.Ask(await Arrive(attacker));
        await attacker.Send(Begin + "/arrivo", Begin + "/collega", ("email", Email));
        using var rosa = portal.NewVisitor();

        Assert.Empty((await rosa.Ask(await portal.LinkTo(Email))).Page.QuerySelectorAll("main form"));

        Assert.False(await portal.Db(db => db.UserLogins.AnyAsync(row => row.UserId == victim)));
    }

    [Theory]
    [InlineData(Lie.Nonce)]
    [InlineData(Lie.Audience)]
    [InlineData(Lie.Issuer)]
    [InlineData(Lie.Time)]
    [InlineData(Lie.Signature)]
    [InlineData(Lie.NoSignature)]
    public async Task ATicketThatIsWrongInAnyWayLetsNobodyIn(Lie lie)
    {
        provider.Lies = lie;
        using var rosa = portal.NewVisitor();

        var failed = await rosa.Ask(await Arrive(rosa));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, failed.Status);
        Assert.Empty(failed.Page.QuerySelectorAll("#email"));
    }

    [Fact]
    public async Task AnAnswerCountsOnceInTheBrowserThatAskedWithTheStateItSent()
    {
        using var rosa = portal.NewVisitor();
        var answer = await Answer(rosa);
        using var other = portal.NewVisitor();

        Assert.Contains("esito=no", (await other.Ask(answer)).Header("Location"), StringComparison.Ordinal); // has no such request open
        var (path, query) = (answer.Split('?')[0], QueryHelpers.ParseQuery(answer.Split('?')[1]));
        Assert.Contains("esito=no", (await rosa.Ask(QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = query["code"], ["state"] = "inventato" }))).Header("Location"), StringComparison.Ordinal);
        Assert.DoesNotContain("esito=no", (await rosa.Ask(answer)).Header("Location"), StringComparison.Ordinal);
        Assert.Contains("esito=no", (await rosa.Ask(answer)).Header("Location"), StringComparison.Ordinal); // the same once more
    }

    [Fact]
    public async Task ACodeThatWasStolenIsOfNoUseWithoutTheVerifier()
    {
        using var rosa = portal.NewVisitor();
        using var thief = portal.NewVisitor();
        var stolen = QueryHelpers.ParseQuery((await Answer(rosa)).Split('?')[1])["code"].ToString();
        var own = await Answer(thief);
        var state = QueryHelpers.ParseQuery(own.Split('?')[1])["state"].ToString();

        var forged = await thief.Ask(QueryHelpers.AddQueryString(own.Split('?')[0], new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = stolen, ["state"] = state }));

        Assert.Contains("esito=no", forged.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderLetsInToItsOwnRegionOnly()
    {
        using var rosa = portal.NewVisitor();
        Assert.Empty((await rosa.Ask("/puglia/gestione/accesso")).Page.QuerySelectorAll("form[action$='/fornitore']"));
        var answer = await Answer(rosa);

        var elsewhere = await rosa.Ask(answer.Replace("/toscana/", "/puglia/", StringComparison.Ordinal).Replace("ritorno/puglia", "ritorno/toscana", StringComparison.Ordinal));

        Assert.NotEqual(HttpStatusCode.OK, elsewhere.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Ask("/puglia/gestione/accesso/fornitore/arrivo")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rosa.Ask(Begin + "/arrivo")).Status);
    }

    [Fact]
    public async Task NewcomersAreLetInOnlyWhereTheyHaveARoleAndOfTheFiscalCodeOnlyAHashIsKept()
    {
        using var rosa = portal.NewVisitor();
        await rosa.Ask(await Arrive(rosa));
        await rosa.Send(Begin + "/arrivo", Begin + "/collega", ("email", "nuova@example.it"));
        Assert.Empty(await portal.MailsTo("nuova@example.it"));
        await portal.DisposeAsync();
        provider.Claims["fiscal_number"] = "TINIT-VRDRSO80A41H501X";
        provider.Claims["acr"] = "https://www.spid.gov.it/SpidL2";
        await Open("--Hub:Providers:toscana:Role", Roles.Contributor, "--Hub:Providers:toscana:FiscalCodeClaim", "fiscal_number",
            "--Hub:Providers:toscana:PseudonymKey", Key, "--Hub:Providers:toscana:AcrValues", "https://www.spid.gov.it/SpidL2");
        using var newcomer = portal.NewVisitor();
        await newcomer.Ask(await Arrive(newcomer));
        Assert.Equal("https://www.spid.gov.it/SpidL2", provider.Asked!["acr_values"]);
        await newcomer.Send(Begin + "/arrivo", Begin + "/collega", ("email", "nuova@example.it"));
        Assert.Equal(HttpStatusCode.Found, (await newcomer.Send(await portal.LinkTo("nuova@example.it"), Begin + "/conferma")).Status);

        var login = await portal.Db(db => db.UserLogins.SingleAsync());
        Assert.StartsWith("cf:", login.ProviderKey, StringComparison.Ordinal);
        Assert.DoesNotContain("VRDRSO80", login.ProviderKey, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Roles.Contributor, await portal.Db(db => db.Memberships.Select(row => row.Role).SingleAsync()));
        provider.Claims["acr"] = "https://www.spid.gov.it/SpidL1";
        using var weak = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await weak.Ask(await Arrive(weak))).Status);
    }

    [Theory]
    [InlineData("Secret", "")]
    [InlineData("Issuer", "http://login.example.org")]
    [InlineData("Issuer", "login")]
    [InlineData("Scopes", "email")]
    [InlineData("Role", "amministratore-nazionale")]
    [InlineData("FiscalCodeClaim", "fiscal_number")]
    public void ASettingThatCanNotBeUsedEndsTheStart(string key, string value)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Name"] = "Accesso", ["Issuer"] = "https://login.example.org", ["ClientId"] = "c", ["Secret"] = "s", [key] = value,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create("Hub:Providers:toscana:" + pair.Key, pair.Value))).Build();

        Assert.Contains("HUB-A001", Assert.Throws<StartupException>(() => Providers.From(configuration)).Message, StringComparison.Ordinal);
    }

    private async Task Open(params string[] more)
    {
        portal = new Portal
        {
            Settings =
            [
                "--Hub:Providers:toscana:Name", "Accesso toscano", "--Hub:Providers:toscana:Issuer", provider.Issuer,
                "--Hub:Providers:toscana:ClientId", IdentityProvider.ClientId, "--Hub:Providers:toscana:Secret", IdentityProvider.Secret, .. more,
            ],
        };
        await portal.InitializeAsync();
    }

    /// <summary>To the provider and back: the address that its answer leads to, not asked yet.</summary>
    private async Task<string> Answer(Visitor visitor)
    {
        var sent = await visitor.Send(SignIn, Begin, ("da", Desk));
        using var back = await browser.GetAsync(new Uri(sent.Page.QuerySelector("#fornitore")!.GetAttribute("href")!), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        return back.Headers.Location!.PathAndQuery;
    }

    /// <summary>To the provider and back: the address that the hub leads to after its answer.</summary>
    private async Task<string> Arrive(Visitor visitor) => (await visitor.Ask(await Answer(visitor))).Header("Location")!;
}
