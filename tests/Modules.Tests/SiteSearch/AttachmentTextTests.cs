using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Hub.Content.Types;
using Hub.SiteSearch.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Modules.Tests.SiteSearch;

public sealed class AttachmentTextTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("hub-attachments-").FullName;
    private readonly AttachmentText attachments;

    public AttachmentTextTests()
    {
        Directory.CreateDirectory(Path.Combine(data, "media"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Hub:DataPath", (string?)data)]).Build();
        attachments = new AttachmentText(configuration, NullLogger<AttachmentText>.Instance);
    }

    [Fact]
    public void AWordDocumentGivesItsParagraphs()
    {
        Word("""<w:p><w:r><w:t>Avviso</w:t></w:r><w:r><w:t> pubblico</w:t></w:r></w:p><w:p><w:r><w:t>Articolo 1</w:t></w:r></w:p>""");

        Assert.Equal("Avviso pubblico\nArticolo 1\n", attachments.Read("media/a.docx"));
    }

    [Fact]
    public void APdfGivesItsTextWherePdftotextIsInstalled()
    {
        Assert.SkipUnless(Installed(), "pdftotext is not installed.");
        File.WriteAllText(Path.Combine(data, "media", "a.pdf"), """
            %PDF-1.1
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 144]>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>/Contents 4 0 R>>endobj
            4 0 obj<</Length 44>>stream
            BT /F1 18 Tf 0 0 Td (Avviso pubblico) Tj ET
            endstream endobj
            trailer<</Root 1 0 R>>
            """);

        Assert.Contains("Avviso pubblico", attachments.Read("media/a.pdf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media/missing.docx")]
    [InlineData("media/../hub.db")]
    [InlineData("/etc/passwd")]
    [InlineData("media/broken.docx")]
    [InlineData("media/broken.pdf")]
    [InlineData("media/picture.png")]
    public void WhatCannotBeReadGivesNoText(string path)
    {
        File.WriteAllText(Path.Combine(data, "hub.db"), "secret");
        foreach (var name in new[] { "broken.docx", "broken.pdf", "picture.png" })
            File.WriteAllBytes(Path.Combine(data, "media", name), [0, 1, 2, 3, 255]);

        Assert.Equal("", attachments.Read(path));
    }

    [Fact]
    public void ADocumentThatNamesEntitiesIsRefused()
    {
        Word("""<w:p><w:r><w:t>&boom;</w:t></w:r></w:p>""", """<!DOCTYPE x [<!ENTITY boom "boom">]>""");

        Assert.Equal("", attachments.Read("media/a.docx"));
    }

    [Fact]
    public void FilesAreFoundInGroupsToo()
    {
        var file = new FieldDefinition { Name = "file", KindId = "file" };
        var acts = new FieldDefinition { Name = "acts", KindId = "group", Fields = [file] };

        Assert.Equal(["media/a.pdf"], AttachmentText.Paths(file, JsonNode.Parse("""{"path":"media/a.pdf"}""")!));
        Assert.Equal(["media/a.pdf"], AttachmentText.Paths(acts, JsonNode.Parse("""[{"file":{"path":"media/a.pdf"}},{}]""")!));
    }

    public void Dispose() => Directory.Delete(data, true);

    private void Word(string body, string before = "")
    {
        using var package = ZipFile.Open(Path.Combine(data, "media", "a.docx"), ZipArchiveMode.Create);
        using var part = new StreamWriter(package.CreateEntry("word/document.xml").Open());
        part.Write($"""{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
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
