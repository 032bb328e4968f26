using Hub.Content.Files;
using Hub.Content.Media;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Media;

/// <summary>The library on disk, beside the Markdown.</summary>
public sealed class MediaFilesTests() : OnDatabase(false)
{
    private readonly string folder = TestDatabase.NewFolder();

    [Fact]
    public async Task TheLibraryGoesOutAndComesBackTheSame()
    {
        var photo = await Upload(Samples.TalkativeJpeg(), "foto.jpg", "Foto/Città", new MediaDetails { Alt = "Una piazza: \"bella\"", Credit = "Anna", Licence = "CC0-1.0", FocusX = 20, FocusY = 80 });
        await Upload(Samples.Pdf("a"), "avviso.pdf", "", new MediaDetails { Alt = "Avviso", Language = "en", Accessibility = "accessibile", IsRestricted = true });
        await Upload(Samples.Pdf("b"), "avviso.pdf", "", new MediaDetails { Description = "Due\nrighe" });
        await Upload(Samples.Png(), "riga.png", "", new MediaDetails { IsDecorative = true });
        await Hub.Publish(Hub.Toscana, "Una pagina", $$"""{"text":"![x](/media/{{photo.Id}}/foto.jpg)"}""");
        await Export(folder);

        await using var place = await TestDatabase.Make(false);
        await using var other = await TestHub.Start(place.Database, withRegions: false);
        var report = await other.Services.GetRequiredService<ContentImporter>().Import(folder);
        var again = await other.Services.GetRequiredService<ContentImporter>().Import(folder);
        var second = TestDatabase.NewFolder();
        await other.Services.GetRequiredService<ContentExporter>().Export(second);

        Assert.Empty(report.Problems);
        Assert.Equal(0, again.Added + again.Changed);
        Assert.Equal(Tree(folder), Tree(second));
        Assert.Equal(1, await other.Db(db => db.Set<MediaUseRow>().CountAsync(row => row.FileId == photo.Id && row.IsLive)));
        Assert.Contains($"toscana/media/Foto/Città/foto.jpg.yml", Tree(folder).Keys);
    }

    [Fact]
    public async Task AnotherContentOrTextOnDiskChangesTheFile()
    {
        Write("toscana/media/avviso.pdf", Samples.Pdf("a"));
        Write("toscana/media/avviso.pdf.yml", "id: avviso-casa\nalt: Avviso\n"u8.ToArray());
        await Import();
        Write("toscana/media/avviso.pdf", Samples.Pdf("b"));
        Write("toscana/media/avviso.pdf.yml", "id: avviso-casa\nalt: Avviso corretto\n"u8.ToArray());

        var report = await Import();

        Assert.DoesNotContain(report.Problems, problem => problem.File.Contains("/media/", StringComparison.Ordinal));
        var file = await Hub.Db(db => db.Set<MediaFileRow>().SingleAsync());
        Assert.Equal(("avviso-casa", "Avviso corretto", 2), (file.Id, file.Alt, file.Version));
    }

    [Fact]
    public async Task AHostileFolderDoesNoHarm()
    {
        Write("toscana/media/foto.pdf", Samples.Png());
        Write("toscana/media/pagina.html", "<html>"u8.ToArray());
        Write("toscana/media/senza-testo.png", Samples.Png());
        Write("toscana/media/bomba.docx", Samples.Bomb(60));
        Write("toscana/media/buona.pdf", Samples.Pdf());
        Write("toscana/media/strana.pdf", Samples.Pdf("s"));
        Write("toscana/media/strana.pdf.yml", "id: ../../x\n"u8.ToArray());
        Write("toscana/media/altra.pdf", Samples.Pdf("t"));
        Write("toscana/media/altra.pdf.yml", "boh: 1\n"u8.ToArray());
        Write("toscana/media/a/b/c/d/e/f/profonda.pdf", Samples.Pdf("p"));
        File.CreateSymbolicLink(Path.Combine(folder, "toscana/media/collegamento.pdf"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(folder, "toscana/media/fuori"), "/etc");

        var report = await Import();

        Assert.Equal(
            ["altra.pdf", "bomba.docx", "collegamento.pdf", "f", "foto.pdf", "fuori", "pagina.html", "senza-testo.png", "strana.pdf"],
            report.Problems.Select(problem => problem.File).Where(file => file.Contains("/media/", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["buona.pdf"], await Hub.Db(db => db.Set<MediaFileRow>().Select(row => row.Name).ToListAsync()));
    }

    [Fact]
    public async Task AnIdOfAnotherRegionIsRefused()
    {
        Write("puglia/media/a.pdf", Samples.Pdf("a"));
        Write("puglia/media/a.pdf.yml", "id: stesso-codice\n"u8.ToArray());
        Write("toscana/media/b.pdf", Samples.Pdf("b"));
        Write("toscana/media/b.pdf.yml", "id: stesso-codice\n"u8.ToArray());

        var report = await Import();

        Assert.Contains(report.Problems, problem => problem.File == "toscana/media/b.pdf" && problem.Reason.Contains("stesso-codice", StringComparison.Ordinal));
        Assert.Equal("puglia", (await Hub.Db(db => db.Set<MediaFileRow>().SingleAsync())).Region);
    }

    private async Task<MediaFileRow> Upload(byte[] bytes, string name, string inside, MediaDetails details)
    {
        var outcome = await Hub.In(Hub.Toscana, scope => scope.GetRequiredService<MediaLibrary>().Upload(new MemoryStream(bytes), name, inside, details, TestHub.Root));
        Assert.Equal("Done", outcome.ToString());
        return outcome.File!;
    }

    private Task<int> Export(string to) => Hub.Services.GetRequiredService<ContentExporter>().Export(to);

    private Task<ImportReport> Import() => Hub.Services.GetRequiredService<ContentImporter>().Import(folder);

    private void Write(string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static SortedDictionary<string, string> Tree(string root) => new(
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(root, file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
