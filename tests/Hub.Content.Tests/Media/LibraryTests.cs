using Hub.Content.Items;
using Hub.Content.Media;
using Hub.Content.Media.Storage;
using Hub.Content.Tests.Support;
using Hub.Kernel.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Media;

public abstract class LibraryTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private static readonly Actor Keeper = new("redattrice", new HashSet<string>(StringComparer.Ordinal) { MediaPermissions.Manage, ContentPermissions.Edit, ContentPermissions.Publish });

    [Fact]
    public async Task AnUploadedPictureIsStoredWithItsSizesAndFound()
    {
        var file = await Uploaded(Samples.Jpeg(700, 350), "Piazza di Città.jpg", "Foto/2026", new MediaDetails { Alt = "Una piazza", Credit = "Anna Bianchi" });

        Assert.Matches("^[a-z2-9]{12}$", file.Id);
        Assert.Equal(("piazza-di-citta.jpg", 700, 350, 1), (file.Name, file.Width, file.Height, file.Version));
        Assert.Equal(["Foto", "Foto/2026"], await In(scope => scope.GetRequiredService<MediaFolders>().All()));
        foreach (var words in new[] { "citta", "PIAZZA bianchi", "una" })
            Assert.Equal(1, (await Page(new MediaQuery { Words = words })).Total);
        Assert.Equal(0, (await Page(new MediaQuery { Words = "piazza mare" })).Total);
        var picture = await In(scope => scope.GetRequiredService<MediaReader>().Picture("/toscana/media/" + file.Id + "/" + file.Name));
        Assert.Equal($"/toscana/media/{file.Id}/{file.Hash[..16]}/320.webp 320w, /toscana/media/{file.Id}/{file.Hash[..16]}/640.webp 640w", picture!.SourceSet("/toscana"));
    }

    [Fact]
    public async Task WhatReadersGetHasNoPlaceAndTheOriginalIsKept()
    {
        var bytes = Samples.TalkativeJpeg(1);
        var file = await Uploaded(bytes, "foto.jpg");
        var version = (await In(scope => scope.GetRequiredService<MediaList>().Versions(file.Id))).Single();

        Assert.NotEqual(version.Hash, version.Original);
        Assert.Equal(bytes, await Content(version.Original));
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(await Content(version.Hash)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APictureNeedsItsTextOrToBeDecorative()
    {
        var without = await Upload(Samples.Png(), "foto.png", new MediaDetails());
        var decorative = await Upload(Samples.Png(), "foto.png", new MediaDetails { IsDecorative = true, Alt = "inutile" });

        Assert.Equal("alt: Descrivi l'immagine con un testo alternativo, oppure indica che è decorativa.", without.Issues.Single().ToString());
        Assert.Equal("", decorative.File!.Alt);
    }

    [Fact]
    public async Task WithoutThePermissionNothingIsDone()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf");
        var outcomes = await In(async scope =>
        {
            var library = scope.GetRequiredService<MediaLibrary>();
            var folders = scope.GetRequiredService<MediaFolders>();
            return new[]
            {
                await library.Upload(new MemoryStream(Samples.Pdf()), "a.pdf", "", new MediaDetails(), TestHub.Anyone),
                await library.Replace(file.Id, new MemoryStream(Samples.Pdf("b")), "a.pdf", "", TestHub.Anyone),
                await library.Edit(file.Id, new MediaDetails { Alt = "x" }, "", null, TestHub.Anyone),
                await library.Delete(file.Id, TestHub.Anyone),
                await library.Restore(file.Id, TestHub.Anyone),
                await folders.Create("a", TestHub.Anyone),
                await folders.Move("a", "b", TestHub.Anyone),
                await folders.Delete("a", TestHub.Anyone),
            };
        });

        Assert.All(outcomes, outcome => Assert.Equal(OutcomeKind.Forbidden, outcome.Kind));
    }

    [Fact]
    public async Task FilesOfAnotherRegionCannotBeChanged()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf");

        var outcome = await Hub.In(Hub.Puglia, scope => scope.GetRequiredService<MediaLibrary>().Delete(file.Id, Keeper));

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
        Assert.Null(await Hub.In(Hub.Puglia, scope => scope.GetRequiredService<MediaList>().Find(file.Id)));
    }

    [Fact]
    public async Task AReplacedDocumentKeepsItsAddressAndItsOldVersion()
    {
        var file = await Uploaded(Samples.Pdf("prima"), "avviso.pdf", details: new MediaDetails { Alt = "Avviso" });

        var replaced = await Replace(file, Samples.Pdf("seconda"), "avviso-corretto.pdf");
        var same = await Replace(file, Samples.Pdf("seconda"), "avviso.pdf");
        var other = await Replace(file, Samples.Docx(), "avviso.docx");

        Assert.Equal((file.Id, "avviso.pdf", 2, "Avviso"), (replaced.File!.Id, replaced.File.Name, replaced.File.Version, replaced.File.Alt));
        Assert.Equal(OutcomeKind.Unchanged, same.Kind);
        Assert.Contains("PDF", other.Issues.Single().Message, StringComparison.Ordinal);
        var versions = await In(scope => scope.GetRequiredService<MediaList>().Versions(file.Id));
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal(Samples.Pdf("prima"), await Content(versions[1].Hash));
    }

    [Fact]
    public async Task TheSameContentIsStoredOnce()
    {
        var first = await Uploaded(Samples.Pdf("uguale"), "a.pdf");
        var second = await Uploaded(Samples.Pdf("uguale"), "b.pdf");

        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(1, await Hub.Db(db => db.Set<MediaBlobRow>().CountAsync(row => row.Hash == first.Hash)));
        Assert.Equal(first.Id, (await In(scope => scope.GetRequiredService<MediaList>().Twin(second)))!.Id);
    }

    [Fact]
    public async Task AFileThatIsUsedIsNotDeletedAndTellsWhere()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf", details: new MediaDetails { Alt = "Avviso" });
        var live = await Hub.Publish(Hub.Toscana, "Una pagina", $$"""{"text":"Vedi [l'avviso](/media/{{file.Id}}/avviso.pdf)."}""");
        await Hub.Save(Hub.Puglia, TestHub.Note("Una bozza", json: $$"""{"text":"[qui](/media/{{file.Id}}/avviso.pdf)"}"""));

        var refused = await Delete(file);
        var uses = await In(scope => scope.GetRequiredService<MediaList>().Uses(file.Id));
        await Hub.Save(Hub.Toscana, TestHub.Note("Una pagina", Status.Published) with { Id = live });
        var lessUsed = await In(scope => scope.GetRequiredService<MediaList>().Uses(file.Id));

        Assert.Equal(OutcomeKind.NotAllowed, refused.Kind);
        Assert.Equal([("Una bozza", "puglia", false), ("Una pagina", "toscana", true)], uses.Select(use => (use.Title, use.Region, use.IsLive)));
        Assert.Equal(["Una bozza"], lessUsed.Select(use => use.Title));
    }

    [Fact]
    public async Task ADraftOverALivePageKeepsBothInSight()
    {
        var before = await Uploaded(Samples.Pdf("a"), "a.pdf");
        var after = await Uploaded(Samples.Pdf("b"), "b.pdf");
        var id = await Hub.Publish(Hub.Toscana, "Una pagina", $$"""{"text":"[a](/media/{{before.Id}}/a.pdf)"}""");
        await Hub.Save(Hub.Toscana, TestHub.Note("Una pagina", json: $$"""{"text":"[b](/media/{{after.Id}}/b.pdf)"}""") with { Id = id });

        Assert.True(Assert.Single(await In(scope => scope.GetRequiredService<MediaList>().Uses(before.Id))).IsLive);
        Assert.False(Assert.Single(await In(scope => scope.GetRequiredService<MediaList>().Uses(after.Id))).IsLive);
        await Hub.Move(Hub.Toscana, id, Status.Withdrawn);
        Assert.Empty(await In(scope => scope.GetRequiredService<MediaList>().Uses(before.Id)));
    }

    [Fact]
    public async Task ADeletedFileComesBackForThirtyDaysAndThenIsGoneForGood()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf");
        await Delete(file);
        Assert.Null(await In(scope => scope.GetRequiredService<MediaReader>().Find(file.Id)));
        Hub.Clock.Now += TimeSpan.FromDays(29);
        await Sweep();
        Assert.Equal(OutcomeKind.Done, (await In(scope => scope.GetRequiredService<MediaLibrary>().Restore(file.Id, Keeper))).Kind);
        Assert.NotNull(await In(scope => scope.GetRequiredService<MediaReader>().Find(file.Id)));

        await Delete(file);
        Hub.Clock.Now += TimeSpan.FromDays(31);
        await Sweep();

        Assert.Equal(OutcomeKind.NotFound, (await In(scope => scope.GetRequiredService<MediaLibrary>().Restore(file.Id, Keeper))).Kind);
        Assert.Null(await In(scope => scope.GetRequiredService<MediaReader>().Open(file.Hash)));
        Assert.Equal(0, await Hub.Db(db => db.Set<MediaChunkRow>().CountAsync()));
    }

    [Fact]
    public async Task TheSweepKeepsWhatIsNeededAndWhatIsYoung()
    {
        var kept = await Uploaded(Samples.Jpeg(500, 300), "foto.jpg");
        var old = await Stored([1, 2, 3]);
        Hub.Clock.Now += TimeSpan.FromDays(2);
        var young = await Stored([4, 5, 6]);
        await Sweep();

        Assert.Null(await In(scope => scope.GetRequiredService<MediaReader>().Open(old)));
        Assert.NotNull(await In(scope => scope.GetRequiredService<MediaReader>().Open(young)));
        Assert.NotNull(await In(scope => scope.GetRequiredService<MediaReader>().Open(kept.Hash)));
        Assert.All(await In(scope => scope.GetRequiredService<MediaReader>().Sizes(kept)), size => Assert.NotNull(Hub.Services.GetRequiredService<IBlobStore>().Open(size.Blob).Result));
    }

    [Fact]
    public async Task ARegionsSpaceEnds()
    {
        await Limit("""{"quota":0.00001}"""); // ten kilobytes

        var first = await Upload([.. Samples.Pdf(), .. new byte[6000]], "a.pdf");
        var second = await Upload([.. Samples.Pdf("b"), .. new byte[6000]], "b.pdf");

        Assert.Equal(OutcomeKind.Done, first.Kind);
        Assert.Contains("Lo spazio del portale è finito", second.Issues.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSecondOfTwoWritersIsTold()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf");
        var first = await Edit(file, new MediaDetails { Alt = "Uno" }, file.Stamp);
        var second = await Edit(file, new MediaDetails { Alt = "Due" }, file.Stamp);

        Assert.Equal((OutcomeKind.Done, OutcomeKind.Conflict), (first.Kind, second.Kind));
        Assert.Equal("Uno", (await In(scope => scope.GetRequiredService<MediaList>().Find(file.Id)))!.Alt);
    }

    [Fact]
    public async Task WhatIsSaidOfAFileIsChecked()
    {
        var file = await Uploaded(Samples.Jpeg(), "foto.jpg");

        var outcome = await Edit(file, new MediaDetails
        {
            Alt = "", Description = new string('a', 2001), Credit = new string('a', 201), Licence = "mia", Language = "xx", Accessibility = "boh", FocusX = 101,
        }, null, folder: "../fuori");

        Assert.Equal(["alt", "descrizione", "autore", "licenza", "lingua", "accessibilita", "fuoco", "cartella"], outcome.Issues.Select(issue => issue.Field));
    }

    [Fact]
    public async Task APictureThatReadersSeeDoesNotBecomeRestricted()
    {
        var file = await Uploaded(Samples.Jpeg(), "foto.jpg");
        await Hub.Publish(Hub.Toscana, "Una pagina", $$"""{"text":"![x](/media/{{file.Id}}/foto.jpg)"}""");

        var outcome = await Edit(file, MediaDetails.Of(file) with { IsRestricted = true }, null);

        Assert.Equal("riservato", outcome.Issues.Single().Field);
    }

    [Fact]
    public async Task FoldersMoveWithAllThatIsInThem()
    {
        var file = await Uploaded(Samples.Pdf(), "a.pdf", "Avvisi/2026");
        var moved = await In(scope => scope.GetRequiredService<MediaFolders>().Move("Avvisi", "Archivio/Avvisi", Keeper));
        var below = await In(scope => scope.GetRequiredService<MediaFolders>().Move("Archivio", "Archivio/Avvisi/Qui", Keeper));
        var full = await In(scope => scope.GetRequiredService<MediaFolders>().Delete("Archivio/Avvisi/2026", Keeper));

        Assert.Equal(OutcomeKind.Done, moved.Kind);
        Assert.Equal(["Archivio", "Archivio/Avvisi", "Archivio/Avvisi/2026"], await In(scope => scope.GetRequiredService<MediaFolders>().All()));
        Assert.Equal("Archivio/Avvisi/2026", (await In(scope => scope.GetRequiredService<MediaList>().Find(file.Id)))!.Folder);
        Assert.Equal((OutcomeKind.Invalid, OutcomeKind.Invalid), (below.Kind, full.Kind));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData(".nascosta")]
    [InlineData("a<b")]
    [InlineData("a/b/c/d/e/f")]
    [InlineData(" ")]
    public async Task FoldersHavePlainNames(string name) =>
        Assert.Equal(OutcomeKind.Invalid, (await In(scope => scope.GetRequiredService<MediaFolders>().Create(name, Keeper))).Kind);

    [Fact]
    public async Task APageIsAPageAndFiltersNarrow()
    {
        for (var i = 0; i < 7; i++)
            await Uploaded(Samples.Pdf($"{i}"), $"a{i}.pdf", i < 2 ? "Avvisi" : "");
        await Uploaded(Samples.Png(), "b.png");

        var (second, total) = await Page(new MediaQuery { Size = 3, Page = 2 });

        Assert.Equal((3, 8), (second.Count, total));
        Assert.Equal(2, (await Page(new MediaQuery { Folder = "Avvisi" })).Total);
        Assert.Equal(6, (await Page(new MediaQuery { Folder = "" })).Total);
        Assert.Equal(1, (await Page(new MediaQuery { IsImage = true })).Total);
        Assert.Equal(7, (await Page(new MediaQuery { IsUnverified = true })).Total);
        Assert.Equal(8, (await Page(new MediaQuery { IsUnused = true })).Total);
    }

    [Fact]
    public async Task FieldsNameOnlyFilesThatReadersGet()
    {
        var document = await Uploaded(Samples.Pdf(), "a.pdf");
        var restricted = await Uploaded(Samples.Png(), "b.png", details: new MediaDetails { Alt = "x", IsRestricted = true });

        var outcome = await Hub.Save(Hub.Toscana, new ItemDraft
        {
            Type = "scheda",
            Data = new() { ["title"] = "Una scheda", ["document"] = $"media/{restricted.Id}/b.png", ["picture"] = new System.Text.Json.Nodes.JsonObject { ["path"] = $"media/{document.Id}/a.pdf", ["alt"] = "x" } },
        });
        var gone = await Hub.Save(Hub.Toscana, new ItemDraft { Type = "scheda", Data = new() { ["title"] = "Una scheda", ["document"] = "media/non-ce-proprio/a.pdf" } });

        Assert.Equal(["document", "picture"], outcome.Issues.Select(issue => issue.Field).Order());
        Assert.Equal("document: Questo file non è nella raccolta, oppure è stato eliminato.", gone.Issues.Single().ToString());
    }

    [Fact]
    public async Task EveryChangeIsAudited()
    {
        var file = await Uploaded(Samples.Pdf(), "avviso.pdf");
        await Replace(file, Samples.Pdf("b"), "avviso.pdf");
        await Edit(file, new MediaDetails { Alt = "Nuovo" }, null);
        await Delete(file);

        var actions = await Hub.Db(db => db.Audit.Where(row => row.Target == $"media/{file.Id}/avviso.pdf").OrderBy(row => row.Id).Select(row => row.Action).ToListAsync());

        Assert.Equal(["media.uploaded", "media.replaced", "media.saved", "media.deleted"], actions);
    }

    private Task<T> In<T>(Func<IServiceProvider, Task<T>> work) => Hub.In(Hub.Toscana, work);

    private Task<MediaOutcome> Upload(byte[] bytes, string name, MediaDetails? details = null, string folder = "") =>
        In(scope => scope.GetRequiredService<MediaLibrary>().Upload(new MemoryStream(bytes), name, folder, details ?? new MediaDetails { Alt = "Prova" }, Keeper));

    private async Task<MediaFileRow> Uploaded(byte[] bytes, string name, string folder = "", MediaDetails? details = null)
    {
        var outcome = await Upload(bytes, name, details, folder);
        Assert.Equal("Done", outcome.ToString());
        return outcome.File!;
    }

    private Task<MediaOutcome> Replace(MediaFileRow file, byte[] bytes, string name) =>
        In(scope => scope.GetRequiredService<MediaLibrary>().Replace(file.Id, new MemoryStream(bytes), name, "", Keeper));

    private Task<MediaOutcome> Edit(MediaFileRow file, MediaDetails details, int? stamp, string folder = "") =>
        In(scope => scope.GetRequiredService<MediaLibrary>().Edit(file.Id, details, folder, stamp, Keeper));

    private Task<MediaOutcome> Delete(MediaFileRow file) => In(scope => scope.GetRequiredService<MediaLibrary>().Delete(file.Id, Keeper));

    private Task<(IReadOnlyList<MediaFileRow> Files, int Total)> Page(MediaQuery query) => In(scope => scope.GetRequiredService<MediaList>().Page(query));

    private Task<string> Stored(byte[] bytes) => Hub.Services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes));

    private async Task<byte[]> Content(string hash)
    {
        await using var content = await Hub.Services.GetRequiredService<IBlobStore>().Open(hash);
        using var whole = new MemoryStream();
        await content!.CopyToAsync(whole);
        return whole.ToArray();
    }

    private async Task Sweep()
    {
        foreach (var region in new[] { Hub.Toscana, Hub.Nazionale })
        {
            await Hub.In(region, async scope =>
            {
                await scope.GetRequiredService<EnabledExtensions>().Of<IBackgroundTask>().Single(task => task.Id == "media.sweep").Run(region, default);
                return 0;
            });
        }
    }

    private Task<bool> Limit(string json) => Hub.Regions.Update("toscana", definition => definition with
    {
        Settings = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { [MediaRules.Key] = System.Text.Json.JsonDocument.Parse(json).RootElement },
    }, "prova", default);
}

public sealed class LibraryOnSqlite() : LibraryTests(false);

public sealed class LibraryOnPostgres() : LibraryTests(true);
