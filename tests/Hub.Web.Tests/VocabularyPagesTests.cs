using System.Net;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

/// <summary>Vocabularies in the browser, without script.</summary>
public sealed class VocabularyPagesTests : IAsyncLifetime
{
    private const string Path = "/toscana/gestione/vocabolari/argomenti";

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
    public async Task ATermIsAddedUnderTheOneThatIsShown()
    {
        var answer = await administrator.Send(Path + "?sotto=fondi", Path + "/termini", ("name", "Fondi europei"), ("parent", "Fondi (fondi)"), ("description", ""), ("code", ""));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = (await administrator.Ask(Path + "?sotto=fondi")).Page;
        Assert.Equal("Fondi europei", page.QuerySelector("#termine-fondi-europei a")!.TextContent);
        Assert.Contains("della regione", page.QuerySelector("#termine-fondi-europei")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("fondi-europei", await Name("puglia", "fondi-europei"));
    }

    [Fact]
    public async Task ATermWithoutANameComesBackAsTyped()
    {
        var answer = await administrator.Send(Path, Path + "/termini", ("name", " "), ("parent", "Niente del genere"), ("description", "Parole <b>scritte</b>"), ("code", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Parole <b>scritte</b>", answer.Page.QuerySelector("main [name=description]")!.GetAttribute("value"));
        Assert.NotNull(answer.Page.QuerySelector("#campo-name-errore"));
        Assert.NotNull(answer.Page.QuerySelector("#campo-parent-errore"));
    }

    [Fact]
    public async Task MergingAsksFirstThenMovesThePagesAndTheOldAddressStillLeadsThere()
    {
        const string Term = Path + "/termini/fondi";

        var asked = await administrator.Send(Term, Term + "/unione", ("into", "Norme"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("5 contenuti passano da “Fondi” a “Norme”", asked.Page.QuerySelector("main .note-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fondi", await Name("toscana", "fondi"));

        var merged = await administrator.Send(Term, Term + "/unione", ("into", "norme"), ("confirmed", "true"));

        Assert.Equal(HttpStatusCode.Found, merged.Status);
        Assert.Equal(Path + "/termini/norme?esito=fatto", merged.Header("Location"));
        Assert.Equal(Path + "/termini/norme", (await administrator.Ask(Term)).Header("Location"));
        Assert.Contains("toscana@example.it term.merged fondi → norme", await portal.Audit("toscana"));
        Assert.Equal(5, (await Listed("norme")).Count);
        Assert.Equal(await Listed("norme"), await Listed("fondi"));
        Assert.Contains("Norme", (await portal.Reader.Ask("/toscana/pagine/pagina-05")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var page = await portal.In("toscana", async services => (await services.GetRequiredService<ItemReader>().Find(portal.Regions.Current.Find("toscana")!, "pagine", "pagina-05")).Item!);
        Assert.True((await administrator.Ask($"/toscana/gestione/contenuti/{page.Id}")).Page.QuerySelector("#campo-topics-norme")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task ATermInUseIsNotTakenOutAndTheContentThatCarriesItIsNamed()
    {
        using var national = await portal.Administrator();
        const string Term = "/gestione/vocabolari/argomenti/termini/fondi";

        var answer = await national.Send(Term, Term + "/fine");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Pagina 05", answer.Page.QuerySelector("#errori")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fondi", await Name("toscana", "fondi"));
    }

    [Fact]
    public async Task AHiddenTermIsShownAgainAndAnotherNameHoldsInTheRegionOnly()
    {
        const string Term = Path + "/termini/norme";
        await administrator.Send(Term, Term, ("name", "Leggi"), ("description", ""), ("parent", ""), ("same", ""));
        Assert.Equal("Leggi", await Name("toscana", "norme"));
        Assert.Equal("Norme", await Name("puglia", "norme"));

        await administrator.Send(Term, Term + "/nascosto");
        Assert.NotNull((await administrator.Ask(Path)).Page.QuerySelector($"main a[href='{Term}']"));
        Assert.Null((await administrator.Ask(Path)).Page.QuerySelector("#termine-norme"));

        await administrator.Send(Term, Term + "/nascosto");
        Assert.NotNull((await administrator.Ask(Path)).Page.QuerySelector("#termine-norme"));
    }

    [Fact]
    public async Task ATermMovesByItsButton()
    {
        await administrator.Send(Path, Path + "/ordine", ("verso", "su:norme"));

        Assert.Equal(["termine-norme", "termine-fondi"], (await administrator.Ask(Path)).Page.QuerySelectorAll(".terms > li").Select(term => term.Id!));
    }

    [Fact]
    public async Task TheSecondOfTwoWhoNameATermIsTold()
    {
        const string Term = Path + "/termini/norme";
        var late = (await administrator.Ask(Term)).Page.QuerySelector("main input[name=stamp]")!.GetAttribute("value")!;
        await administrator.Send(Term, Term, ("name", "Prima"), ("description", ""), ("parent", ""), ("same", ""));

        var fields = (await administrator.Ask(Term)).Page.QuerySelector($"main form[action='{Term}'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var second = await administrator.Post(Term, [new("__RequestVerificationToken", fields), new("stamp", late), new("name", "Dopo"), new("parent", ""), new("description", ""), new("same", "")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("Dopo", second.Page.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal("Prima", await Name("toscana", "norme"));
    }

    [Fact]
    public async Task AnEditorAndAnAdministratorOfAnotherRegionMayNot()
    {
        using var editor = await portal.Person("redattore@example.it", "toscana", Roles.Editor);
        using var other = await portal.Person("puglia@example.it", "puglia", Roles.RegionAdministrator);

        foreach (var path in new[] { "/toscana/gestione/vocabolari", Path, Path + "/termini/fondi" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Ask(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(path)).Status);
        }

        var token = (await other.Ask("/puglia/gestione/vocabolari")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var post in new[] { "/termini", "/ordine", "/nome", "/termini/fondi", "/termini/fondi/unione", "/termini/fondi/nascosto", "/termini/fondi/separazione", "/termini/fondi/fine" })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Post(Path + post, [new("__RequestVerificationToken", token), new("name", "x"), new("into", "norme"), new("confirmed", "true")])).Status);
        Assert.Equal("Fondi", await Name("toscana", "fondi"));
    }

    [Theory]
    [InlineData("/toscana/gestione/vocabolari/manca")]
    [InlineData("/toscana/gestione/vocabolari/argomenti/termini/manca")]
    [InlineData("/toscana/gestione/vocabolari/argomenti?sotto=manca")]
    public async Task WhatIsNotThereIsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await administrator.Ask(path)).Status);

    private async Task<IReadOnlyList<string>> Listed(string code) => await portal.In("toscana", async services =>
        (await services.GetRequiredService<ItemReader>().List(portal.Regions.Current.Find("toscana")!, new ItemQuery
        {
            OwnOnly = true, Filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["topics"] = [code] },
        })).Items.Select(item => item.Title).ToList());

    private Task<string> Name(string region, string code) => portal.In(region, async services =>
        (await services.GetRequiredService<VocabularyReader>().Read(portal.Regions.Current.Find(region)!)).NameOf("argomenti", code));
}
