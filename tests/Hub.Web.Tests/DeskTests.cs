using System.Net;
using Hub.Content.Items;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

public sealed class DeskTests : IAsyncLifetime
{
    private static readonly string[] Pages =
        ["/toscana/gestione", "/toscana/gestione/funzioni", "/toscana/gestione/impostazioni", "/toscana/gestione/impostazioni/home", "/toscana/gestione/commenti", "/toscana/gestione/commenti/pagina?indirizzo=/", "/toscana/gestione/salute"];

    private readonly Portal portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task WhoeverIsNotSignedInIsAskedTo()
    {
        foreach (var path in Pages)
        {
            var answer = await portal.Reader.Ask(path);

            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.Contains($"/toscana/gestione/accesso?da={Uri.EscapeDataString(path)}", answer.Header("Location"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoeverHasNoRoleInTheRegionIsToldSo()
    {
        using var editor = await portal.Person("redattore@example.it", "puglia", Roles.Editor);

        foreach (var path in Pages)
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.Ask("/puglia/gestione")).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.Ask("/puglia/gestione/commenti")).Status);
        var refused = await editor.Ask("/puglia/gestione/funzioni");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("italia-puglia", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesOfTheDeskAreKeptNowhere()
    {
        using var administrator = await portal.Administrator();

        foreach (var path in Pages)
        {
            var answer = await administrator.Ask(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.False(answer.IsFromCache);
        }
    }

    [Fact]
    public async Task SettingsWithAMistakeComeBackAsTyped()
    {
        using var administrator = await portal.Administrator();
        const string Path = "/toscana/gestione/impostazioni/home";

        var answer = await administrator.Send(Path, Path,
            ("examples", "prima ricerca\nseconda"), ("doors[0].title", "Porta <b>senza</b> indirizzo"), ("doors[0].text", "Un testo"), ("about", "# Chi siamo"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Porta <b>senza</b> indirizzo", answer.Page.QuerySelector("[name='doors[0].title']")!.GetAttribute("value"));
        Assert.Contains("seconda", answer.Page.QuerySelector("[name='examples']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("# Chi siamo", answer.Page.QuerySelector("[name='about']")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("#errori a"));
        Assert.DoesNotContain("senza", (await portal.Reader.Ask("/toscana/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeaturesThatWouldLoseTheirGroundAreNamedBeforeTheyGo()
    {
        using var administrator = await portal.Administrator();
        const string Path = "/toscana/gestione/funzioni";
        (string, string)[] withoutTheBoard = [("features", "Hub.Pages"), ("features", "Hub.News"), ("features", "Sample.Notices.Calendar"), ("features", "Test.Faults")];

        var asked = await administrator.Send(Path, Path, withoutTheBoard);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Calendario della bacheca", asked.Page.QuerySelector(".note-warning li")!.TextContent, StringComparison.Ordinal);
        Assert.True(portal.Regions.Current.Find("toscana")!.Has("Sample.Notices"));

        var done = await administrator.Send(Path, Path, [.. withoutTheBoard, ("confirmed", "true")]);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.False(portal.Regions.Current.Find("toscana")!.Has("Sample.Notices"));
    }

    [Fact]
    public async Task WhatAFeatureBringsIsToldBeforeItIsSwitchedOnAndTheSwitchIsOneEntryThatCanBeUndone()
    {
        using var administrator = await portal.Administrator();
        const string Path = "/puglia/gestione/funzioni";
        (string, string)[] wanted = [("features", "Hub.Pages"), ("features", "Hub.News"), ("features", "Sample.Notices.Calendar")];

        var plan = await administrator.Send(Path, Path, wanted);
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.Contains("Si accende anche, perché serve", plan.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Contenuti: Avvisi in bacheca", plan.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Impostazioni: Bacheca", plan.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(portal.Regions.Current.Find("puglia")!.Has("Sample.Notices"));

        await administrator.Send(Path, Path, [.. wanted, ("confirmed", "true")]);
        Assert.True(portal.Regions.Current.Find("puglia")!.Has("Sample.Notices.Calendar"));
        Assert.Single(await portal.Audit("puglia"), entry => entry.StartsWith("anna@example.it feature.enabled Sample.Notices.Calendar, Sample.Notices", StringComparison.Ordinal) || entry.StartsWith("anna@example.it feature.enabled Sample.Notices, Sample.Notices.Calendar", StringComparison.Ordinal));

        await administrator.Send(Path + "?esito=fatto", Path + "/annulla");
        Assert.False(portal.Regions.Current.Find("puglia")!.Has("Sample.Notices"));
    }

    [Fact]
    public async Task AChangeOfARegionThatWasAnotherMeanwhileIsNotMade()
    {
        using var administrator = await portal.Administrator();
        const string Path = "/puglia/gestione/funzioni";

        var version = portal.Regions.Current.Find("puglia")!.Definition.Version;
        var late = await administrator.Post(Path, (await Fields(administrator, Path)).Where(field => field.Key != "version")
            .Concat([new("version", $"{version - 1}"), new("features", "Hub.Pages"), new("confirmed", "true")]));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(portal.Regions.Current.Find("puglia")!.Has("Hub.News"));
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> Fields(Visitor visitor, string path) =>
        (await visitor.Ask(path)).Page.QuerySelectorAll($"form[action='{path}'] input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));

    [Fact]
    public async Task UnknownFeaturesInTheFormChangeNothing()
    {
        using var administrator = await portal.Administrator();
        const string Path = "/puglia/gestione/funzioni";

        var answer = await administrator.Send(Path, Path, ("features", "Hub.Pages"), ("features", "Hub.News"), ("features", "Inventata"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(["Hub.News", "Hub.Pages"], portal.Regions.Current.Find("puglia")!.Features.Select(feature => feature.Id).Order(StringComparer.Ordinal));
    }
}
