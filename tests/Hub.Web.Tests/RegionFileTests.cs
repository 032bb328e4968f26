using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.App;
using Hub.Content;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests;

/// <summary>What is set in the browser travels in the region's files.</summary>
public sealed partial class RegionFileTests : IAsyncLifetime
{
    private readonly Portal portal = new();
    private readonly string folder = Directory.CreateTempSubdirectory("hub-export-").FullName;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task ARegionThatWasSetInTheBrowserIsTheSameAfterExportAndImport()
    {
        await SetEverything();

        await portal.In("toscana", async services => await services.GetRequiredService<ContentExporter>().Export(Path.Combine(folder, "content")));
        await using var app = HubApplication.Build(
            "--Hub:DataPath", Path.Combine(folder, "data"), "--Hub:ContentPath", Path.Combine(folder, "content"), "--Hub:PluginPath", Path.Combine(folder, "plugins"),
            "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.None));
        await app.Services.GetRequiredService<FirstRun>().Prepare(_ => { });

        var before = portal.Regions.Current.Find("toscana")!.Definition;
        var after = app.Services.GetRequiredService<RegionDirectory>().Current.Find("toscana")!.Definition;
        Assert.Equal(Written(before), Written(after));
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(app.Services.GetRequiredService<RegionDirectory>().Current.Find("toscana")!);
        Assert.Equal(
            await portal.In("toscana", async services => JsonSerializer.Serialize(await services.GetRequiredService<VocabularyReader>().Own("toscana"))),
            JsonSerializer.Serialize(await scope.ServiceProvider.GetRequiredService<VocabularyReader>().Own("toscana")));
        Assert.Equal(6, before.Settings.Count);
    }

    private async Task SetEverything()
    {
        using var administrator = await portal.Person("toscana@example.it", "toscana", Roles.RegionAdministrator);
        const string Settings = "/toscana/gestione/impostazioni/";
        await Send("identity", ("name", "Toscana"), ("title", "Il “nostro” portale: #1"), ("tagline", "Una frase."), ("body", "Un ente"), ("bodySite", "https://ente.example.it"), ("logo.path", "media/logo.svg"));
        await Send("contacts", ("address", "Via di prova, 1"), ("phone", "055 000000"), ("taxCode", "01234567890"), ("social[0].title", "Canale"), ("social[0].href", "https://social.example.it"));
        await Send("feedback", ("indicazioni-chiare", "Ho capito: tutto"), ("isWithoutComment", "true"));
        await Send("aspetto", ("primary", "#1d5c3a"));
        await Send("menu", ("main[0].title", "Novità"), ("main[5].path", "https://dati.example.it"), ("main[5].title", "Dati"));
        await Send("campi/pagina", ("label", "Ente capofila"), ("kindId", "text"), ("isRequired", "true"), ("isSearched", "true"));
        await Send("posta/avvisi-redazione", ("subject", "{numero} avvisi: leggi"), ("opening", "Ciao,\necco:"), ("closing", ""));
        const string Terms = "/toscana/gestione/vocabolari/argomenti";
        await administrator.Send(Terms, Terms + "/termini", ("name", "Fondi europei"), ("parent", "fondi"), ("description", "Dell'Unione"), ("code", ""));
        await administrator.Send(Terms, Terms + "/ordine", ("verso", "su:norme"));
        await administrator.Send(Terms + "/termini/fondi-europei", Terms + "/termini/fondi-europei/unione", ("into", "norme"), ("confirmed", "true"));

        async Task Send(string page, params (string, string)[] fields)
        {
            var answer = await administrator.Send(Settings + page, Settings + page, fields);
            Assert.True(answer.Status == System.Net.HttpStatusCode.Found, $"{page}: {answer.Status} {answer.Page.QuerySelector("#errori")?.TextContent}");
        }
    }

    /// <summary>Truths and numbers that came from a file are texts; nothing else may differ.</summary>
    private static string Written(RegionDefinition region) => Plain().Replace(JsonSerializer.Serialize(region with { Version = 0 }, ContentJson.Options), "${value}");

    [GeneratedRegex("\"(?<value>true|false|[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
