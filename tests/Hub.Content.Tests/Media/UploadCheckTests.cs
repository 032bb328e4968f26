using System.Text;
using Hub.Content.Media;
using Hub.Content.Media.Checks;
using Hub.Content.Media.Images;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Content.Tests.Media;

public sealed class UploadCheckTests : IDisposable
{
    private readonly ImageSizes sizes = new();

    public static TheoryData<string, byte[]> Good => new()
    {
        { "foto.jpg", Samples.Jpeg() },
        { "FOTO.JPEG", Samples.Jpeg() },
        { "foto.png", Samples.Png() },
        { "foto.webp", Samples.Webp() },
        { "foto.gif", Samples.MovingGif() },
        { "disegno.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray() },
        { "avviso.pdf", Samples.Pdf() },
        { "avviso.docx", Samples.Docx() },
        { "avviso.odt", Samples.Odt() },
        { "dati.csv", "a;b\n1;2\n"u8.ToArray() },
        { "note.txt", Encoding.Latin1.GetBytes("perché\n") },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task WhatPeopleWorkWithIsTaken(string name, byte[] bytes)
    {
        await using var file = await Check(name, bytes);

        Assert.Equal(FileFormat.Of(Path.GetExtension(name)), file.Format);
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "foto.pdf", Samples.Png(), "PNG" },
        { "avviso.jpg", Samples.Pdf(), "PDF" },
        { "avviso.docx", Samples.Odt(), "ODT" },
        { "avviso", Samples.Pdf(), "PDF" },
        { "pagina.html", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "HTML" },
        { "pagina.txt", "<html><script>alert(1)</script>"u8.ToArray(), "HTML" },
        { "programma.exe", "MZ\u0090\0\u0003"u8.ToArray(), "non si può caricare" },
        { "testo.txt", [.. Encoding.ASCII.GetBytes(new string('a', 100_000)), 0, 1], "non si può caricare" },
        { "vuoto.txt", [], "vuoto" },
        { "archivio.zip", Samples.Zip(("a.txt", "a")), "ZIP" },
        { "vecchio.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "vecchio formato" },
        { "avviso.docx", Samples.Docx(("word/vbaProject.bin", "x")), "macro" },
        { "avviso.docx", Samples.Docx(("word/activeX/activeX1.bin", "x")), "macro" },
        { "avviso.docx", Samples.Docx(("word/_rels/settings.xml.rels", "<Relationship Type=\"…/attachedTemplate\" Target=\"http://example.org/a.dotm\" TargetMode=\"External\"/>")), "macro" },
        { "avviso.docx", Samples.Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")), "macro" },
        { "avviso.odt", Samples.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/a.xml", "x")), "macro" },
        { "avviso.docx", Samples.Docx(("../../fuori.txt", "x")), "danneggiato" },
        { "avviso.docx", Samples.Docx()[..100], "danneggiato" },
        { "bomba.docx", Samples.Bomb(60), "dannoso" },
        { "matrioska.docx", Samples.Nested(4), "dannoso" },
        { "grande.png", Samples.PngOf(10_000, 6_000), "60000000" },
        { "enorme.png", Samples.PngOf(int.MaxValue, int.MaxValue), "pixel" },
        { "rotta.jpg", Samples.Jpeg()[..200], "danneggiato" },
        { "rotta.png", Samples.Png()[..60], "danneggiato" },
        { "disegno.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>"u8.ToArray(), "SVG" },
        { "foto.php.jpg", Samples.Jpeg(), "ingannano" },
        { "foto.jpg\0.pdf", Samples.Jpeg(), "ingannano" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task WhatIsNotWhatItSaysOrDoesHarmIsRefusedWithItsReason(string name, byte[] bytes, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RefusedFileException>(() => Check(name, bytes));

        Assert.Contains(reason == "60000000" ? "10000 × 6000" : reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachKindHasItsLimit()
    {
        var rules = new MediaRules { MaxImage = 0.001m, MaxDocument = 1 };

        await Assert.ThrowsAsync<RefusedFileException>(() => Check("foto.jpg", Samples.Jpeg(), rules));
        await using var document = await Check("avviso.pdf", [.. Samples.Pdf(), .. new byte[100_000]], rules);
        Assert.Equal("pdf", document.Format.Extension);
    }

    [Fact]
    public async Task AHonestDocumentThatPacksWellIsNoBomb()
    {
        var table = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<c r=\"A{i}\"><v>{i % 97}</v></c>"));

        await using var file = await Check("tabella.docx", Samples.Docx(("word/tabella.xml", table)));
        Assert.Equal("docx", file.Format.Extension);
    }

    [Fact]
    public async Task DamagedArchivesAreRefusedAndNothingElse()
    {
        var random = new Random(3);
        var whole = Samples.Docx(("word/a.xml", new string('x', 500)));
        for (var i = 0; i < 1500; i++)
        {
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);

            var failure = await Record.ExceptionAsync(async () => await (await Check("a.docx", bytes)).DisposeAsync());
            Assert.True(failure is null or RefusedFileException, failure?.ToString());
        }
    }

    public void Dispose() => sizes.Dispose();

    private async Task<CheckedFile> Check(string name, byte[] bytes, MediaRules? rules = null)
    {
        var scanner = new VirusScanner(MediaOptions.InDatabase, NullLogger<VirusScanner>.Instance);
        return await new UploadCheck(MediaOptions.InDatabase, scanner, sizes).Check(new MemoryStream(bytes), name, rules ?? new MediaRules(), default);
    }
}
