using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

/// <summary>Fields that a region adds in the browser.</summary>
public sealed class AddedFieldsPagesTests : IAsyncLifetime
{
    private const string Path = "/toscana/gestione/impostazioni/campi/pagina";

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
    public async Task AFieldIsAtOnceInTheFormOnThePageAndAmongTheFilters()
    {
        var added = await Add(("label", "Ente capofila"), ("help", "Il nome per esteso."), ("kindId", "text"), ("isFacet", "true"), ("isSearched", "true"));
        Assert.Equal(HttpStatusCode.Found, added.Status);
        var item = await portal.In("toscana", async services => (await services.GetRequiredService<ItemReader>().Find(portal.Regions.Current.Find("toscana")!, "pagine", "pagina-01")).Item!);

        var form = (await administrator.Ask($"/toscana/gestione/contenuti/{item.Id}")).Page;
        Assert.NotNull(form.QuerySelector("[name=enteCapofila]"));
        Assert.Contains("Il nome per esteso.", form.QuerySelector("#campo-enteCapofila-aiuto")!.TextContent, StringComparison.Ordinal);
        await Publish(new() { ["title"] = "Pagina 01", ["summary"] = "In breve.", ["enteCapofila"] = "Comune di prova" }, item.Id);

        var page = (await portal.Reader.Ask("/toscana/pagine/pagina-01")).Page;
        Assert.Contains("Ente capofila", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Comune di prova", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Comune di prova", (await portal.Reader.Ask("/toscana/pagine")).Page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await portal.Audit("toscana"), entry => entry == "toscana@example.it field.added pagina enteCapofila");
        using var other = await portal.Administrator();
        Assert.DoesNotContain("enteCapofila", (await other.Ask($"/puglia/gestione/contenuti/{Guid.CreateVersion7()}?tipo=pagina")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATakenOutFieldIsGoneAndItsValuesComeBackWithIt()
    {
        await Add(("label", "Ente capofila"), ("kindId", "text"), ("isSearched", "true"));
        var id = await portal.In("toscana", async services => (await services.GetRequiredService<ItemReader>().Find(portal.Regions.Current.Find("toscana")!, "pagine", "pagina-01")).Item!.Id);
        await Publish(new() { ["title"] = "Pagina 01", ["summary"] = "In breve.", ["enteCapofila"] = "Comune di prova" }, id);

        var asked = await administrator.Send(Path + "/enteCapofila", Path + "/enteCapofila/fine");
        Assert.Contains("resta nelle versioni già salvate", asked.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await administrator.Send(Path + "/enteCapofila", Path + "/enteCapofila/fine", ("confirmed", "true"));
        Assert.DoesNotContain("Comune di prova", (await portal.Reader.Ask("/toscana/pagine/pagina-01")).Text, StringComparison.Ordinal);

        await Add(("label", "Ente capofila"), ("kindId", "text"), ("isSearched", "true"));
        Assert.Contains("Comune di prova", (await portal.Reader.Ask("/toscana/pagine/pagina-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongFieldsComeBackAsTypedWithTheReasonBesideThem()
    {
        var nameless = await Add(("label", ""), ("help", "Qualcosa"), ("kindId", "text"));
        var taken = await Add(("label", "Titolo"), ("kindId", "number"));
        var termless = await Add(("label", "Settore"), ("kindId", "terms"), ("vocabulary", "manca"));
        var strange = await Add(("label", "Gruppo"), ("kindId", "group"));
        var unfilterable = await Add(("label", "Quando"), ("kindId", "date"), ("isFacet", "true"));
        var personal = await Add(("label", "Chi"), ("kindId", "text"), ("isFacet", "true"), ("isPersonal", "true"));

        Assert.NotNull(nameless.Page.QuerySelector("#campo-label-errore"));
        Assert.Equal("Qualcosa", nameless.Page.QuerySelector("[name=help]")!.GetAttribute("value"));
        Assert.NotNull(taken.Page.QuerySelector("#campo-label-errore"));
        Assert.NotNull(termless.Page.QuerySelector("#campo-of-errore"));
        Assert.NotNull(strange.Page.QuerySelector("#campo-kindId-errore"));
        Assert.NotNull(unfilterable.Page.QuerySelector("#campo-isFacet-errore"));
        Assert.NotNull(personal.Page.QuerySelector("#campo-isFacet-errore"));
        Assert.DoesNotContain("fields", portal.Regions.Current.Find("toscana")!.Definition.Settings.Keys);
    }

    [Fact]
    public async Task FieldsAreRenamedAndPutInOrderAndKeepTheirKind()
    {
        await Add(("label", "Primo"), ("kindId", "text"));
        await Add(("label", "Secondo"), ("kindId", "terms"), ("vocabulary", "argomenti"), ("isFacet", "true"));

        await administrator.Send(Path + "/primo", Path + "/primo", ("label", "Un altro nome"), ("kindId", "number"), ("isRequired", "true"));
        await administrator.Send(Path, Path + "/ordine", ("verso", "su:secondo"));

        var fields = portal.Regions.Current.Find("toscana")!.Definition.Settings["fields"].GetProperty("pagina");
        Assert.Equal(["secondo terms", "primo text"], fields.EnumerateArray().Select(field => $"{field.GetProperty("name")} {field.GetProperty("kindId")}"));
        Assert.Equal("Un altro nome", fields[1].GetProperty("label").GetString());
        Assert.True(fields[1].GetProperty("isRequired").GetBoolean());
    }

    [Fact]
    public async Task AnAdministratorOfAnotherRegionMayNot()
    {
        using var other = await portal.Person("puglia@example.it", "puglia", Roles.RegionAdministrator);
        var token = (await other.Ask("/puglia/gestione/impostazioni/campi/pagina")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(Path)).Status);
        foreach (var post in new[] { Path, Path + "/ordine", Path + "/primo", Path + "/primo/fine" })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Post(post, [new("__RequestVerificationToken", token), new("label", "Preso"), new("kindId", "text")])).Status);
        Assert.DoesNotContain("fields", portal.Regions.Current.Find("toscana")!.Definition.Settings.Keys);
    }

    private Task<Answer> Add(params (string Name, string Value)[] fields) => administrator.Send(Path, Path, fields);

    private async Task Publish(System.Text.Json.Nodes.JsonObject data, Guid id)
    {
        var outcome = await portal.In("toscana", services => services.GetRequiredService<ItemWriter>().Save(
            new ItemDraft { Id = id, Type = "pagina", Slug = "pagina-01", Status = Status.Published, Data = data }, Actor.Hub("prova")));
        Assert.True(outcome.Succeeded, outcome.ToString());
    }
}
