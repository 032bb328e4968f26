using System.Net;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Web.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests;

/// <summary>The words of a region's mails.</summary>
public sealed class MailTextPagesTests : IAsyncLifetime
{
    private const string Path = "/toscana/gestione/impostazioni/posta/bacheca-appuntamento";

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
    public async Task OwnWordsReplaceTheHubsUntilTheyAreTakenBack()
    {
        Assert.Equal("Appuntamento: Festa", (await Words("toscana")).Subject);

        var saved = await administrator.Send(Path, Path, ("subject", "Vieni: {titolo}!"), ("opening", "Ciao,\nc'è {titolo}."), ("closing", "A presto"));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Equal(new MailWords("Vieni: Festa!", "Ciao,\nc'è Festa.", "A presto"), await Words("toscana"));
        Assert.Equal("Appuntamento: Festa", (await Words("puglia")).Subject);
        Assert.Contains("toscana@example.it mail.words bacheca-appuntamento", await portal.Audit("toscana"));

        await administrator.Send(Path, Path + "/ripristino");
        Assert.Equal("Appuntamento: Festa", (await Words("toscana")).Subject);
    }

    [Fact]
    public async Task APlaceThatTheMailDoesNotHaveIsRefusedWithTheListOfThoseItHas()
    {
        var answer = await administrator.Send(Path, Path, ("subject", "{titolo}"), ("opening", "Caro {nome},"), ("closing", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("{nome}", answer.Page.QuerySelector("#campo-opening-errore")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("{titolo}", answer.Page.QuerySelector("#campo-opening-errore")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Caro {nome},", answer.Page.QuerySelector("[name=opening]")!.TextContent);
        Assert.Equal("Appuntamento: Festa", (await Words("toscana")).Subject);
    }

    [Fact]
    public async Task ThePreviewShowsTheWholeMailAndSavesNothing()
    {
        var answer = await administrator.Send(Path, Path, ("subject", "Vieni: {titolo}!"), ("opening", "<b>Ciao</b>"), ("closing", ""), ("_prova", "1"));

        Assert.Equal("Vieni: Festa del quartiere!", answer.Page.QuerySelector(".mail-sample strong")!.TextContent);
        Assert.Contains("<b>Ciao</b>", answer.Page.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(giorno e luogo)", answer.Page.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Appuntamento: Festa", (await Words("toscana")).Subject);
    }

    [Fact]
    public async Task KindsGoWithTheirFeatureAndOthersRegionsAreClosed()
    {
        using var other = await portal.Person("puglia@example.it", "puglia", Roles.RegionAdministrator);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Ask("/puglia/gestione/impostazioni/posta/bacheca-appuntamento")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Ask("/puglia/gestione/impostazioni/posta/avvisi-redazione")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(Path)).Status);
    }

    private async Task<MailWords> Words(string region)
    {
        var at = portal.Regions.Current.Find(region)!;
        var kind = await portal.In("toscana", services => Task.FromResult(services.GetRequiredService<Hub.Content.Mail.MailTexts>().Kinds.Single(kind => kind.Key == "bacheca-appuntamento")));
        return MailWords.Of(at, kind, ("titolo", "Festa"));
    }
}
