using System.Text;
using AngleSharp.Dom;
using Hub.Content.Items;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

/// <summary>The pages of an import, as an administrator of Toscana sees them, where practices need a second person and pages don't.</summary>
public sealed class ImportPageTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhereASecondPersonIsNeededTheFormSaysSoAndOffersDraftsAndReview()
    {
        using var client = await own.Portal.SignedIn("toscana", Roles.RegionAdministrator);

        var practices = Portal.Parsed(await client.GetStringAsync(new Uri("/toscana/gestione/importa?tipo=pratica", UriKind.Relative), Cancel));
        var pages = Portal.Parsed(await client.GetStringAsync(new Uri("/toscana/gestione/importa?tipo=notizia", UriKind.Relative), Cancel));

        Assert.Equal(["bozza", "in-revisione"], Choices(practices));
        Assert.Contains("serve una seconda persona", practices.GetElementById("stato-aiuto")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["bozza", "in-revisione", "pubblicato"], Choices(pages));
        Assert.Null(pages.GetElementById("stato-aiuto"));
    }

    [Fact]
    public async Task PublishingAtOnceIsRefusedBesideTheChoiceAndATrialForReviewShowsTheErrorsOfTheRows()
    {
        using var client = await own.Portal.SignedIn("toscana", Roles.RegionAdministrator);

        var refused = await Bring(client, "pubblicato");
        var tried = await Bring(client, "in-revisione");

        Assert.Contains("non si pubblicano subito", Assert.Single(refused.QuerySelectorAll("fieldset .field-error")).TextContent, StringComparison.Ordinal);
        Assert.Empty(refused.QuerySelectorAll(".note-warning"));
        var problems = Portal.Words(tried.QuerySelector("section[aria-labelledby=errori]")!);
        Assert.Contains("31/2/2022", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("Chi ha scritto", problems, StringComparison.Ordinal);
        Assert.Contains("Importa un contenuto e mandalo in revisione", Portal.Words(tried.QuerySelector("main")!), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Choices(IDocument page) => page.QuerySelectorAll("input[name=stato]").Select(choice => choice.GetAttribute("value"));

    private static async Task<IDocument> Bring(HttpClient client, string status)
    {
        const string Table = "id;title;summary;owner;state;period.from;sources.title\r\n"
            + "M-1;Orti condivisi;Un orto.;Comune di Prato;Conclusa;1/3/2022;Delibera\r\n"
            + "M-2;Altri orti;Un orto.;Comune di Prato;Conclusa;31/2/2022;Delibera\r\n";
        var form = Portal.Parsed(await client.GetStringAsync(new Uri("/toscana/gestione/importa?tipo=pratica", UriKind.Relative), Cancel));
        using var fields = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("pratica"), "tipo" },
            { new StringContent(status), "stato" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Table)), "file", "pratiche.csv" },
        };
        using var answer = await client.PostAsync(new Uri("/toscana/gestione/importa", UriKind.Relative), fields, Cancel);
        return Portal.Parsed(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
