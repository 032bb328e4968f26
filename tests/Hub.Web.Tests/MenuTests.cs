using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

/// <summary>Menus as a region arranges them.</summary>
public sealed class MenuTests : IAsyncLifetime
{
    private const string Path = "/toscana/gestione/impostazioni/menu";

    private readonly Portal portal = new();
    private Visitor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        administrator = await portal.Person("toscana@example.it", "toscana", Roles.RegionAdministrator);
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        return portal.DisposeAsync();
    }

    [Fact]
    public async Task EntriesAreReorderedRenamedHiddenAndAdded()
    {
        Assert.Equal(["notizie", "appuntamenti"], await Offered());

        var answer = await Save(
            ("main[0].path", "appuntamenti"), ("main[0].title", "In agenda"), ("main[1].path", "https://dati.example.it"), ("main[1].title", "Dati"),
            ("main[2].path", "/pagine/pagina-01"), ("main[2].title", "Chi siamo"), ("main[3].path", "notizie"), ("main[3].isHidden", "true"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal("In agenda=/toscana/appuntamenti Dati=https://dati.example.it Chi siamo=/toscana/pagine/pagina-01", await Shown("/toscana/"));
        Assert.DoesNotContain("Dati", await Shown("/puglia/"), StringComparison.Ordinal);
        Assert.Contains("toscana@example.it settings.saved menus", await portal.Audit("toscana"));
    }

    [Fact]
    public async Task AnEntryGoesWithItsFeatureAndComesBackAsItWasSet()
    {
        await Save(("main[0].path", "appuntamenti"), ("main[0].title", "In agenda"), ("main[1].path", "notizie"));
        await portal.Regions.Disable("toscana", "Sample.Notices", withDependents: true, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("In agenda", await Shown("/toscana/"), StringComparison.Ordinal);

        await Save(("main[0].path", "notizie"), ("main[0].title", "Novità"));
        await portal.Regions.Enable("toscana", "Sample.Notices", TestContext.Current.CancellationToken);

        Assert.Contains("In agenda", await Shown("/toscana/"), StringComparison.Ordinal);
        Assert.Contains("Novità", await Shown("/toscana/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntryMovesWithoutScriptAndWithoutBeingSaved()
    {
        var moved = await Save(("main[0].path", "notizie"), ("main[0].title", "Novità"), ("main[1].path", "appuntamenti"), ("_righe", "giu:main:0"));

        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Equal("appuntamenti", moved.Page.QuerySelector("[name='main[0].path']")!.GetAttribute("value"));
        Assert.Equal("Novità", moved.Page.QuerySelector("[name='main[1].title']")!.GetAttribute("value"));
        Assert.Contains("non ancora salvato", moved.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Novità", await Shown("/toscana/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.it")]
    [InlineData("http://example.it")]
    [InlineData("pagine/../../altro")]
    [InlineData("https://utente:chiave@example.it")]
    public async Task ALinkThatLeadsNowhereGoodIsRefusedBesideItsField(string path)
    {
        var answer = await Save(("main[0].path", path), ("main[0].title", "Altrove"), ("main[1].path", "notizie"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("#campo-main-0-path-errore"));
        Assert.Equal("Altrove", answer.Page.QuerySelector("[name='main[0].title']")!.GetAttribute("value"));
        Assert.DoesNotContain("Altrove", await Shown("/toscana/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMenuOfTwoEntriesIsRemarkedOnAndSavedAllTheSame()
    {
        Assert.Equal(HttpStatusCode.Found, (await Save(("main[0].path", "notizie"), ("main[1].path", "appuntamenti"))).Status);

        var page = (await administrator.Ask(Path)).Page;

        Assert.Contains("da 4 a 7", page.QuerySelector("main .note-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".menu-sample-main li").Length);
    }

    private Task<Answer> Save(params (string Name, string Value)[] rows) => SendOnly(rows);

    /// <summary>The form's own hidden paths are left out: the rows given are all.</summary>
    private async Task<Answer> SendOnly((string Name, string Value)[] rows)
    {
        var form = (await administrator.Ask(Path)).Page.QuerySelectorAll("form").Single(form => form.GetAttribute("action") == Path);
        var kept = form.QuerySelectorAll("input[type=hidden]").Where(input => input.GetAttribute("name") is "stamp" or "__RequestVerificationToken")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await administrator.Post(Path, kept.Concat(rows.Select(row => KeyValuePair.Create(row.Name, row.Value))));
    }

    private async Task<IEnumerable<string>> Offered() =>
        (await administrator.Ask(Path)).Page.QuerySelectorAll("ol[data-arranged=main] input[type=hidden]").Select(input => input.GetAttribute("value")!);

    private async Task<string> Shown(string page) =>
        string.Join(' ', (await portal.Reader.Ask(page)).Page.QuerySelectorAll("#menu-principale .nav-link").Select(link => $"{link.TextContent}={link.GetAttribute("href")}"));
}
