using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Types;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;

namespace Modules.Tests.SiteSearch;

public sealed class AttachmentTextTests(Portal portal)
{
    private const string Pdf = """
        %PDF-1.1
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 144]>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>/Contents 4 0 R>>endobj
        4 0 obj<</Length 44>>stream
        BT /F1 18 Tf 0 0 Td (Avviso pubblico) Tj ET
        endstream endobj
        trailer<</Root 1 0 R>>
        """;

    [Fact]
    public async Task AWordDocumentGivesItsParagraphs()
    {
        using var word = Word("""<w:p><w:r><w:t>Avviso</w:t></w:r><w:r><w:t> pubblico</w:t></w:r></w:p><w:p><w:r><w:t>Articolo 1</w:t></w:r></w:p>""");

        Assert.Equal("Avviso pubblico\nArticolo 1\n", await Read(word, "docx"));
    }

    [Fact]
    public async Task APdfGivesItsTextWherePdftotextIsInstalled()
    {
        Assert.SkipUnless(Installed(), "pdftotext is not installed.");
        using var pdf = new MemoryStream(Encoding.ASCII.GetBytes(Pdf));

        Assert.Contains("Avviso pubblico", await Read(pdf, "pdf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media/missing.docx")]
    [InlineData("media/missing/missing.docx")]
    [InlineData("media/../hub.db")]
    [InlineData("/etc/passwd")]
    public async Task WhatIsNotInTheLibraryGivesNoText(string path) =>
        Assert.Equal("", await portal.In("toscana", (services, _) => services.GetRequiredService<AttachmentText>().Read(path, default)));

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("png")]
    public async Task WhatCannotBeReadGivesNoText(string format)
    {
        using var broken = new MemoryStream([0, 1, 2, 3, 255]);

        Assert.Equal("", await Read(broken, format));
    }

    [Fact]
    public async Task ADocumentThatNamesEntitiesIsRefused()
    {
        using var word = Word("""<w:p><w:r><w:t>&boom;</w:t></w:r></w:p>""", """<!DOCTYPE x [<!ENTITY boom "boom">]>""");

        Assert.Equal("", await Read(word, "docx"));
    }

    [Fact]
    public async Task ADocumentOfTheLibraryIsReadWhereReadersGetIt()
    {
        var (open, restricted) = await portal.In("puglia", async (services, _) =>
        {
            var library = services.GetRequiredService<MediaLibrary>();
            var text = services.GetRequiredService<AttachmentText>();
            var uploaded = new List<string>();
            foreach (var isRestricted in new[] { false, true })
            {
                using var content = new MemoryStream("Un tavolo di quartiere"u8.ToArray());
                var outcome = await library.Upload(content, "tavolo.txt", "", new MediaDetails { Alt = "Tavolo", IsRestricted = isRestricted }, Actor.Hub("prova"));
                uploaded.Add(await text.Read(MediaPath.Of(outcome.File!.Id, outcome.File.Name), default));
            }

            return (uploaded[0], uploaded[1]);
        });

        Assert.Equal("Un tavolo di quartiere", open);
        Assert.Equal("", restricted);
    }

    [Fact]
    public void FilesAreFoundInGroupsToo()
    {
        var file = new FieldDefinition { Name = "file", KindId = "file" };
        var acts = new FieldDefinition { Name = "acts", KindId = "group", Fields = [file] };

        Assert.Equal(["media/a.pdf"], AttachmentText.Paths(file, JsonNode.Parse("""{"path":"media/a.pdf"}""")!));
        Assert.Equal(["media/a.pdf"], AttachmentText.Paths(acts, JsonNode.Parse("""[{"file":{"path":"media/a.pdf"}},{}]""")!));
    }

    private Task<string> Read(Stream content, string format) =>
        portal.In("toscana", (services, _) => services.GetRequiredService<AttachmentText>().Read(content, format, "prova", default));

    private static MemoryStream Word(string body, string before = "")
    {
        var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(package.CreateEntry("word/document.xml").Open());
            part.Write($"""{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
        }

        file.Position = 0;
        return file;
    }

    private static bool Installed()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
