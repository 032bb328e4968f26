using Browser.Tests.Fixtures;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What people do with their accounts, as they do it: invited, with a second step, with a passkey.</summary>
[Collection(nameof(DeskTests))]
public sealed class AccountTests(Stage stage)
{
    private const string Password = "sette gatti sotto il glicine";

    private static readonly ViewportSize[] Sizes = [Stage.Desktop, Stage.Phone];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnEditorIsInvitedMakesAnAccountAndWorksInThatRegionOnly(bool runsScript)
    {
        var email = $"redattore-{(runsScript ? "con" : "senza")}@esempio.it";
        var invited = await Invite(email, "redattore");

        await stage.Read(Stage.Phone, async page =>
        {
            await page.GotoAsync(invited);
            if (runsScript)
                Assert.Empty(await page.Barriers());
            await page.FillAsync("#nome", $"Persona {(runsScript ? "Uno" : "Due")}");
            await page.FillAsync("#password", "password1234");
            await page.ClickAsync("main button[type=submit]");
            await Assertions.Expect(page.Locator("#password-errore")).ToBeVisibleAsync();
            await page.FillAsync("#password", Password);
            await page.ClickAsync("main button[type=submit]");
            await page.Arrives("/toscana/gestione$");
            Assert.Equal(403, (await page.GotoAsync("/puglia/gestione"))!.Status);
            Assert.Equal(200, (await page.GotoAsync("/toscana/gestione/account"))!.Status);
        }, runsScript);
    }

    [Fact]
    public async Task APasskeyIsAddedNamedAndLetsInWithoutPassword()
    {
        const string Email = "passkey@esempio.it";
        var root = stage.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal); // passkeys belong to names, not to addresses
        var invited = await Invite(Email, "redattore");
        await stage.Read(Stage.Desktop, async page =>
        {
            var complaints = page.Complaints();
            await Authenticator(page);
            await page.GotoAsync(root + invited);
            await page.FillAsync("#nome", "Persona Passkey");
            await page.FillAsync("#password", Password);
            await page.ClickAsync("main button[type=submit]");
            await page.Arrives("/toscana/gestione$");
            await page.GotoAsync(root + "/toscana/gestione/account/sicurezza");
            await page.FillAsync("#passkey-nome", "chiave di prova");
            await page.FillAsync("#passkey-password", Password);
            await page.ClickAsync("form[data-passkey=create] button[type=submit]");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("passkey è aggiunta");
            await Assertions.Expect(page.Locator("input[name=nome][value='chiave di prova']")).ToHaveCountAsync(1);
            Assert.Empty(await page.Barriers());
            await page.GetByRole(AriaRole.Button, new() { Name = "Esci" }).ClickAsync();
            await page.Arrives("/toscana/$");

            await page.GotoAsync(root + "/toscana/gestione/accesso");
            await page.ClickAsync("form[data-passkey=get] button[type=submit]");
            await page.Arrives("/toscana/gestione$");

            Assert.Empty(complaints);
        });
    }

    [Fact]
    public async Task ABrowserThatIsClosedElsewhereIsOutAtOnce()
    {
        const string Email = "sessioni@esempio.it";
        var invited = await Invite(Email, "redattore");
        await stage.Read(Stage.Desktop, here => stage.Read(Stage.Phone, async there =>
        {
            await here.GotoAsync(invited);
            await here.FillAsync("#nome", "Persona Sessioni");
            await here.FillAsync("#password", Password);
            await here.ClickAsync("main button[type=submit]");
            await here.Arrives("/toscana/gestione$");
            await there.GotoAsync("/toscana/gestione/accesso");
            await there.FillAsync("#email", Email);
            await there.FillAsync("#password", Password);
            await there.ClickAsync("main button[type=submit]");
            await there.Arrives("/toscana/gestione$");

            await here.GotoAsync("/toscana/gestione/account/sicurezza");
            await here.ClickAsync("form[action$='/sessioni/chiudi'] button");
            await here.Arrives("/sicurezza$");

            await there.GotoAsync("/toscana/gestione");
            await there.Arrives("/toscana/gestione/accesso[?]da=");
        }));
    }

    [Fact]
    public async Task PagesOfAccountsBreakNoRuleAndDoNotScrollSideways()
    {
        string access;
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
            access = (await stage.Administrator.Access()).SignedIn;
        var faults = new List<string>();
        await stage.Read(Stage.Desktop, page => Look(page, faults, "/gestione/persone", "/gestione/account", "/gestione/account/sicurezza", "/gestione/account/due-passaggi", "/gestione/account/dati", "/gestione/impostazioni/accounts"), signedIn: access);
        await stage.Read(Stage.Desktop, page => Look(page, faults, "/gestione/accesso", "/gestione/recupero", "/gestione/recupero?esito=inviato", "/gestione/invito"));

        Assert.Empty(faults);
    }

    private static async Task Look(IPage page, List<string> faults, params string[] paths)
    {
        var complaints = page.Complaints();
        foreach (var path in paths)
        {
            foreach (var size in Sizes)
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                Assert.Equal(200, (await page.GotoAsync("/toscana" + path))!.Status);
                faults.AddRange((await page.Overflow()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                faults.AddRange((await page.Barriers()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                if (Environment.GetEnvironmentVariable("HUB_TEST_PICTURES") is { Length: > 0 } folder)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Trim('/').Replace('/', '-').Replace('?', '-')}-{size.Width}.png"), FullPage = true });
            }
        }

        faults.AddRange(complaints);
    }

    /// <summary>Invites somebody into Toscana as an administrator does.</summary>
    /// <returns>The link of the mail.</returns>
    private async Task<string> Invite(string email, string role)
    {
        string access;
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
            access = (await stage.Administrator.Access()).SignedIn;
        await stage.Read(Stage.Desktop, async page =>
        {
            await page.GotoAsync("/toscana/gestione/persone");
            await page.FillAsync("#email", email);
            await page.SelectOptionAsync("#ruolo", role);
            await page.ClickAsync("form[action$='/persone/inviti'] button[type=submit]");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("invito parte");
        }, signedIn: access);
        return await stage.LinkTo(email);
    }

    /// <summary>Gives the browser an authenticator that says yes.</summary>
    private static async Task Authenticator(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
    }
}
