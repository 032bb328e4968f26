using System.Text;
using System.Text.RegularExpressions;
using Browser.Tests.Fixtures;
using Hub.Content.Tests.Media;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>An editor's day with pictures and documents, good ones and hostile ones.</summary>
[Collection(nameof(DeskTests))]
public sealed class MediaTests(Stage stage)
{
    private const string Library = "/toscana/gestione/media";

    [Fact]
    public async Task SeveralFilesAreChosenDescribedAndUploadedAtOnceAndThenCompleted() => await Desk(async page =>
    {
        await page.GotoAsync(Library + "/carica");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Scegli più file" }).ClickAsync());
        await chooser.SetFilesAsync([File("Piazza grande.jpg", Samples.Jpeg(1400, 900)), File("avviso.pdf", Samples.Pdf("storia")), File("dati.csv", "a;b\n"u8.ToArray()), File("disegno.svg", Drawing)]);
        await Assertions.Expect(page.Locator("[data-rows] fieldset")).ToHaveCountAsync(4);
        Assert.Empty(await page.Barriers());
        foreach (var (name, text) in new[] { ("Piazza grande.jpg", "Una piazza vista dall'alto"), ("avviso.pdf", "Avviso di co-progettazione"), ("disegno.svg", "Un rettangolo") })
            await page.Locator("fieldset", new() { HasText = name }).GetByRole(AriaRole.Textbox).FillAsync(text);
        await page.FillAsync("#cartella", "Prove/Caricamento");
        await page.ClickAsync(".desk-bar button");
        await page.Arrives("/toscana/gestione/media[?]cartella=Prove");

        await Assertions.Expect(page.Locator(".files > li")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".note-success")).ToContainTextAsync("piazza-grande.jpg è nella raccolta");
        await page.WaitForFunctionAsync("[...document.querySelectorAll('.files img')].every((image) => image.complete && image.naturalWidth > 0)");
        await page.ClickAsync(".files a:has-text('Una piazza')");
        await page.Arrives("/gestione/media/file/[a-z0-9]+$");
        var picture = page.Locator("[data-focus] img");
        var box = (await picture.BoundingBoxAsync())!;
        await picture.ClickAsync(new() { Position = new() { X = box.Width / 4, Y = box.Height * 3 / 4 } });
        await Assertions.Expect(page.Locator("#campo-fuoco-x")).ToHaveValueAsync("25");
        await Assertions.Expect(page.Locator("#campo-fuoco-y")).ToHaveValueAsync("75");
        await page.FillAsync("#campo-autore", "Comune di prova");
        await page.ClickAsync(".desk-bar button");
        await page.Arrives("esito=salvato$");
        await Assertions.Expect(page.Locator("#campo-fuoco-y")).ToHaveValueAsync("75");
    });

    [Fact]
    public async Task HostileFilesAreRefusedEachWithItsReason() => await Desk(async page =>
    {
        (FilePayload File, string Reason)[] hostile =
        [
            (File("foto.pdf", Samples.Png()), "il contenuto è PNG"),
            (File("bomba.docx", Samples.Bomb(60)), "troppi dati compressi"),
            (File("enorme.png", Samples.PngOf(10_000, 6_000)), "10000 × 6000 pixel"),
            (File("eicar.txt", FakeClamd.Eicar), "L'antivirus ha trovato"),
            (File("pesante.jpg", [.. Samples.Jpeg(), .. new byte[21 * 1024 * 1024]]), "il massimo è 20 MB"),
            (File("foto.php.jpg", Samples.Jpeg()), "estensioni che ingannano"),
            (File("pagina.html", "<!doctype html><script>alert(1)</script>"u8.ToArray()), "Le pagine HTML"),
            (File("programma.pdf", "MZ\u0090\0\u0003"u8.ToArray()), "Questo tipo di file"),
            (File("macro.docx", Samples.Docx(("word/vbaProject.bin", "x"))), "macro"),
        ];
        foreach (var (file, reason) in hostile)
        {
            await page.GotoAsync(Library + "/carica");
            await page.SetInputFilesAsync("#file-0", file);
            await page.FillAsync("#alt-0", "Resta scritto");
            await page.ClickAsync(".desk-bar button");

            await Assertions.Expect(page.Locator("#file-0-errore")).ToContainTextAsync(reason);
            await Assertions.Expect(page.Locator("#alt-0")).ToHaveValueAsync("Resta scritto");
        }

        Assert.Empty(await page.Barriers());
    });

    [Fact]
    public async Task NamesThatLeadElsewhereLeadNowhere() => await Desk(async page =>
    {
        await page.GotoAsync(Library + "/carica");
        foreach (var (name, expected) in new[] { ("../../../etc/passwd.pdf", "passwd.pdf"), ("a%00b.pdf", "a-00b.pdf"), ("C:\\Windows\\avviso nuovo.pdf", "avviso-nuovo.pdf") })
        {
            var stored = await page.EvaluateAsync<string>(
                """
                async ([name, bytes]) => {
                  const body = new FormData()
                  body.append('file', new File([bytes], name))
                  body.append('alt', 'Un nome')
                  const answer = await fetch('/toscana/gestione/media/carica', { method: 'POST', body, headers: { Accept: 'application/json' } })
                  return (await answer.json()).path
                }
                """, new object[] { name, Encoding.ASCII.GetString(Samples.Pdf(expected)) });

            Assert.EndsWith("/" + expected, stored, StringComparison.Ordinal);
        }
    });

    [Fact]
    public async Task ADrawingWithScriptComesOutAsADrawing() => await Desk(async page =>
    {
        await page.GotoAsync(Library + "/carica");
        await page.SetInputFilesAsync("#file-0", File("cattivo.svg", Drawing));
        await page.FillAsync("#alt-0", "Un disegno ripulito");
        await page.ClickAsync(".desk-bar button");
        await page.Arrives("/gestione/media[?]cartella=");
        await page.ClickAsync(".files a:has-text('Un disegno ripulito')");
        await page.Arrives("/file/");
        var address = await page.Locator(".file-shown p a").GetAttributeAsync("href");
        var ran = false;
        page.Dialog += async (_, dialog) =>
        {
            ran = true;
            await dialog.DismissAsync();
        };

        var answer = await page.GotoAsync(address!);

        Assert.DoesNotContain("script", await answer!.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.False(ran);
    });

    [Fact]
    public async Task WithoutScriptFilesAreUploadedReplacedDeletedAndBroughtBack()
    {
        var access = await stage.Administrator.Access();
        await stage.Read(Stage.Phone, async page =>
        {
            await page.GotoAsync(Library + "/carica");
            await page.SetInputFilesAsync("#file-0", File("verbale.pdf", Samples.Pdf("uno")));
            await page.FillAsync("#alt-0", "Verbale senza script");
            await page.ClickAsync(".desk-bar button");
            await page.Arrives("/gestione/media[?]cartella=");
            await page.ClickAsync(".files a:has-text('Verbale senza script')");
            await page.Arrives("/file/");
            await page.SetInputFilesAsync("#nuovo-file", File("altro.pdf", Samples.Pdf("due")));
            await page.ClickAsync("form[action$='/sostituisci'] button");
            await page.Arrives("esito=sostituito$");
            await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
            await page.ClickAsync("form[action$='/elimina'] button");
            await page.Arrives("esito=eliminato$");
            await page.ClickAsync("form[action$='/ripristina'] button");
            await page.Arrives("esito=ripristinato$");
        }, runsScript: false, signedIn: access.SignedIn);
    }

    [Fact]
    public async Task APictureGoesFromTheComputerIntoANewsItemAndReadersGetItInTheirSize() => await Desk(async page =>
    {
        await page.GotoAsync("/toscana/gestione/contenuti/nuovo?tipo=notizia");
        await page.FillAsync("#campo-title", "Una notizia con una foto");
        await page.FillAsync("#campo-summary", "In breve.");
        var field = page.Locator("[data-media=immagine]").First;
        var chooser = await page.RunAndWaitForFileChooserAsync(() => field.GetByRole(AriaRole.Button, new() { Name = "Carica dal computer" }).ClickAsync());
        await chooser.SetFilesAsync(File("mercato.jpg", Samples.Jpeg(1600, 1000)));
        await page.FillAsync("dialog input", "Il mercato del sabato");
        await page.ClickAsync("dialog button[value=ok]");
        await Assertions.Expect(field.Locator("[data-media-path]")).ToHaveValueAsync(new Regex("^media/[a-z0-9]+/mercato.jpg$"));
        await Assertions.Expect(field.Locator("[data-media-alt]")).ToHaveValueAsync("Il mercato del sabato");
        await page.EvaluateAsync("document.querySelector('textarea[data-markdown]').value = 'Vedi **sotto**.'");
        var path = await field.Locator("[data-media-path]").InputValueAsync();
        await page.GotoAsync(Library + "/file/" + path.Split('/')[1]);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nessun contenuto lo usa");
    });

    [Fact]
    public async Task PagesOfTheLibraryBreakNoRuleLogNoErrorAndDoNotScrollSideways() => await Desk(async page =>
    {
        await page.GotoAsync(Library + "/carica");
        await page.SetInputFilesAsync("#file-0", File("un-nome-davvero-molto-lungo-che-non-finisce-mai-e-poi-mai-e-non-si-spezza.jpg", Samples.Jpeg(2000, 500)));
        await page.FillAsync("#alt-0", "Una veduta larga, larghissima");
        await page.FillAsync("#cartella", "Vedute/Larghe");
        await page.ClickAsync(".desk-bar button");
        await page.Arrives("/gestione/media[?]cartella=");
        var file = await page.Locator(".files a").First.GetAttributeAsync("href");
        var faults = new List<string>();
        var complaints = page.Complaints();
        foreach (var path in new[] { Library, Library + "?q=larghissima&tipo=immagine&filtro=non-usati", Library + "/carica", Library + "/cartelle", file! })
        {
            foreach (var size in new[] { Stage.Desktop, Stage.Phone, new ViewportSize { Width = 320, Height = 640 } })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await page.GotoAsync(path);
                faults.AddRange((await page.Overflow()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                if (size.Width > 320)
                    faults.AddRange((await page.Barriers()).Select(fault => $"{path} at {size.Width} px: {fault}"));
                if (Environment.GetEnvironmentVariable("HUB_TEST_PICTURES") is { Length: > 0 } folder)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{size.Width}-{path.Split('/')[^1].Split('?')[0]}{(path.Contains('?', StringComparison.Ordinal) ? "-filtri" : "")}.png"), FullPage = true });
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(complaints);
    });

    private static byte[] Drawing => """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)"><script>alert(1)</script><foreignObject><iframe src="javascript:alert(1)"/></foreignObject><rect width="40" height="20" fill="teal"/></svg>
        """u8.ToArray();

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private async Task Desk(Func<IPage, Task> work)
    {
        await using (await stage.NewReader(Stage.Desktop)) // skips where there is no browser
        {
            var access = await stage.Administrator.Access();
            await stage.Read(Stage.Desktop, work, signedIn: access.SignedIn);
        }
    }
}
