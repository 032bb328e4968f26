using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

/// <summary>What a region's administrator sets in the browser.</summary>
public sealed class RegionSettingsTests : IAsyncLifetime
{
    private const string Identity = "/toscana/gestione/impostazioni/identity";
    private const string Contacts = "/toscana/gestione/impostazioni/contacts";
    private const string Questions = "/toscana/gestione/impostazioni/feedback";

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
    public async Task WhoThePortalIsStandsOnItsPagesAtOnce()
    {
        var answer = await administrator.Send(Identity, Identity,
            ("name", "Toscana"), ("title", "Insieme in Toscana"), ("tagline", "Decidere e fare insieme."), ("body", "Regione di prova"), ("bodySite", "https://ente.example.it"), ("logo.path", "media/logo.svg"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = (await portal.Reader.Ask("/toscana/")).Page;
        Assert.Equal("Insieme in Toscana", page.QuerySelector(".it-brand-title")!.TextContent);
        Assert.Equal("https://ente.example.it", page.QuerySelector(".it-header-slim-wrapper .navbar-brand")!.GetAttribute("href"));
        Assert.Equal("/toscana/media/logo.svg", page.QuerySelector(".brand-logo")!.GetAttribute("src"));
        Assert.Contains("toscana@example.it settings.saved identity", await portal.Audit("toscana"));
        Assert.Equal("Portale Puglia", (await portal.Reader.Ask("/puglia/")).Page.QuerySelector(".it-brand-title")!.TextContent);
    }

    [Fact]
    public async Task APortalWithoutATitleIsRefusedAndNothingTypedIsLost()
    {
        var answer = await administrator.Send(Identity, Identity, ("name", "Toscana"), ("title", ""), ("body", "Un ente"), ("tagline", "Parole <nuove>"), ("bodySite", "http://ente.example.it"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Parole <nuove>", answer.Page.QuerySelector("[name=tagline]")!.GetAttribute("value"));
        Assert.Contains("Compila", answer.Page.QuerySelector("#campo-title-errore")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("https://", answer.Page.QuerySelector("#campo-bodySite-errore")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Portale Toscana", (await portal.Reader.Ask("/toscana/")).Page.QuerySelector(".it-brand-title")!.TextContent);
    }

    [Fact]
    public async Task TheSecondOfTwoAdministratorsIsToldAndOverwritesNothing()
    {
        var stamp = (await administrator.Ask(Identity)).Page.QuerySelector("main input[name=stamp]")!.GetAttribute("value")!;
        await administrator.Send(Identity, Identity, ("name", "Toscana"), ("title", "Il primo"), ("body", "Un ente"));

        var late = await administrator.Post(Identity, await Form(Identity, ("name", "Toscana"), ("title", "Il secondo"), ("body", "Un ente"), ("stamp", stamp)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Il secondo", late.Page.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Contains("Qualcun altro", late.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Il primo", portal.Regions.Current.Find("toscana")!.Definition.Title);
    }

    [Fact]
    public async Task ContactsAndLinksStandAtTheFootAndWrongOnesAreNamedBesideTheirFields()
    {
        var wrong = await administrator.Send(Contacts, Contacts,
            ("pec", "non è posta"), ("taxCode", "123"), ("phone", "chiama!"), ("social[0].title", "Canale"), ("social[0].href", "javascript:alert(1)"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(
            ["campo-pec-errore", "campo-phone-errore", "campo-social-0-href-errore", "campo-taxCode-errore"],
            wrong.Page.QuerySelectorAll("main .field-error").Select(error => error.Id!).Order(StringComparer.Ordinal));

        var right = await administrator.Send(Contacts, Contacts,
            ("address", "Via di prova 1, Firenze"), ("phone", "+39 055 000000"), ("pec", "ente@pec.example.it"), ("urp", "https://ente.example.it/urp"), ("taxCode", "01234567890"),
            ("social[0].title", "Canale"), ("social[0].href", "https://social.example.it/ente"), ("legal[0].title", "Dichiarazione di accessibilità"), ("legal[0].href", "https://form.example.it/1"));

        Assert.Equal(HttpStatusCode.Found, right.Status);
        var foot = (await portal.Reader.Ask("/toscana/")).Page.QuerySelector("footer")!;
        Assert.Contains("Codice fiscale 01234567890", foot.TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:ente@pec.example.it", foot.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        Assert.NotNull(foot.QuerySelector("a[href='https://social.example.it/ente']"));
        Assert.NotNull(foot.QuerySelector("a[href='https://form.example.it/1']"));
        Assert.DoesNotContain("01234567890", (await portal.Reader.Ask("/puglia/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowIsAddedAndTakenOutWithoutSavingAndWithoutScript()
    {
        var added = await administrator.Send(Contacts, Contacts, ("social[0].title", "Uno"), ("social[0].href", "https://uno.example.it"), ("_righe", "aggiungi:social"));
        var taken = await administrator.Send(Contacts, Contacts, ("social[0].title", "Uno"), ("social[0].href", "https://uno.example.it"), ("_righe", "togli:social:0"));

        Assert.Equal("Uno", added.Page.QuerySelector("[name='social[0].title']")!.GetAttribute("value"));
        Assert.NotNull(added.Page.QuerySelector("[name='social[2].title']"));
        Assert.Equal("", taken.Page.QuerySelector("[name='social[0].title']")!.GetAttribute("value"));
        Assert.DoesNotContain("contacts", portal.Regions.Current.Find("toscana")!.Definition.Settings.Keys);
    }

    [Fact]
    public async Task TheRegionsOwnAnswersReplaceTheHubsAndTheQuestionStays()
    {
        Assert.Equal(HttpStatusCode.Found, (await administrator.Send(Questions, Questions, ("indicazioni-chiare", "Ho capito tutto"), ("isWithoutComment", "true"))).Status);

        var page = (await portal.Reader.Ask("/toscana/")).Page;

        Assert.Equal("Quanto sono chiare le informazioni su questa pagina?", page.QuerySelector("#valutazione-titolo")!.TextContent);
        Assert.Equal("Ho capito tutto", page.QuerySelector("label[for=indicazioni-chiare]")!.TextContent);
        Assert.Equal("Le indicazioni erano complete", page.QuerySelector("label[for=indicazioni-complete]")!.TextContent);
        Assert.Null(page.QuerySelector("#dettagli"));
        await portal.Reader.Post("/toscana/commenti", [new("path", "/"), new("stars", "5"), new("positive", "indicazioni-chiare"), new("comment", "Non richiesto")]);
        Assert.Equal("", Assert.Single(await portal.Feedback("toscana")).Comment);
        Assert.NotNull((await portal.Reader.Ask("/puglia/")).Page.QuerySelector("#dettagli"));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("contacts")]
    [InlineData("feedback")]
    [InlineData("aspetto")]
    [InlineData("menu")]
    public async Task AnAdministratorOfOneRegionCannotTouchAnother(string section)
    {
        var path = $"/puglia/gestione/impostazioni/{section}";
        var before = portal.Regions.Current.Find("puglia")!.Definition.Version;

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Post(path, await Form(Identity, ("title", "Presa"), ("name", "Presa"), ("body", "Presa"), ("primary", "#123456")))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Post("/puglia/gestione/funzioni/annulla", await Form(Identity))).Status);
        Assert.Equal(before, portal.Regions.Current.Find("puglia")!.Definition.Version);
    }

    [Fact]
    public async Task WithoutATokenNothingIsSaved()
    {
        var answer = await administrator.Post(Identity, [new("name", "x"), new("title", "x"), new("body", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Portale Toscana", portal.Regions.Current.Find("toscana")!.Definition.Title);
    }

    /// <summary>Fields with the token of a page.</summary>
    private async Task<IEnumerable<KeyValuePair<string, string>>> Form(string page, params (string Name, string Value)[] fields)
    {
        var token = (await administrator.Ask(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
    }
}
