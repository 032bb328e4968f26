using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Tests.Files;

public abstract class ImportTests(bool isPostgres) : OnDatabase(isPostgres)
{
    private readonly string folder = TestDatabase.NewFolder();

    [Fact]
    public async Task ImportingAgainChangesNothing()
    {
        Put("nazionale/note/guida.md", "---\ntype: nota\ntitle: Guida\n---\n\nTesto.\n");
        Put("toscana/note/guida.md", "---\ntype: nota\ntitle: Nostra\noverrides: note/guida\n---\n");
        Put("toscana/schede/uno.md", "---\ntype: scheda\ntitle: Uno\nrelated: [schede/due]\n---\n");
        Put("toscana/schede/due.md", "---\n# Qualità\n# - Prove: 1 su 3; Perché: “così”\ntype: scheda\ntitle: Due\nrelated: [schede/uno, note/guida]\n---\n");

        var first = await Import();
        var second = await Import();

        Assert.Equal("4 added, 0 changed, 2 unchanged, 0 refused", first.ToString());
        Assert.Equal("0 added, 0 changed, 6 unchanged, 0 refused", second.ToString());
        Assert.Equal(4, await Hub.Db(db => db.Versions.CountAsync()));
    }

    [Theory]
    [InlineData("title: X\n", "1: Il file deve cominciare con una riga “---”.")]
    [InlineData("---\ntype: nota\n", "1: L'intestazione non è chiusa da una riga “---”.")]
    [InlineData("---\ntitle: X\n---\n", "1: Manca la chiave “type”.")]
    [InlineData("---\ntype: ignoto\n---\n", "2: Il tipo “ignoto” non esiste")]
    [InlineData("---\ntype: scheda\n---\n", "2: Il tipo “scheda” va nella cartella “schede”.")]
    [InlineData("---\ntype: nota\ntitle: X\ncolore: blu\n---\n", "4: colore: Il campo “colore” non esiste")]
    [InlineData("---\ntype: nota\ntitle: X\ntitle: Y\n---\n", "4: La chiave “title” compare due volte.")]
    [InlineData("---\ntype: nota\ntitle: &a X\nkind: *a\n---\n", "3: Ancore, rimandi e tag di YAML non sono ammessi.")]
    [InlineData("---\ntype: nota\ntitle: !!str X\n---\n", "3: Ancore, rimandi e tag")]
    [InlineData("---\ntype: nota\ntitle: X\nweight: molto\n---\n", "4: weight: “molto” non è un numero.")]
    [InlineData("---\ntype: nota\ntitle: X\nstatus: boh\n---\n", "4: Il valore di “status” non va bene: boh")]
    [InlineData("---\ntype: nota\ntitle: X\nhidden: forse\n---\n", "4: Il valore di “hidden” non va bene: forse")]
    [InlineData("---\ntype: nota\ntitle: [unclosed\n---\n", "L'intestazione non è YAML valido")]
    [InlineData("---\n- lista\n---\n", "2: L'intestazione deve essere fatta di righe “chiave: valore”.")]
    [InlineData("---\ntype: nota\ntitle: X\ntarget: [manca]\n---\n", "4: target: Il termine “manca” non è nel vocabolario “target”.")]
    [InlineData("---\ntype: nota\ntitle: X\noverrides: note/manca\n---\n", "4: “note/manca” non porta a nessun contenuto.")]
    [InlineData("---\ntype: nota\nstatus: pubblicato\n---\n", "title: Compila il campo “Title”.")]
    public async Task ABadFileIsToldWithItsLineAndTheOthersAreImported(string text, string problem)
    {
        Put("toscana/note/cattivo.md", text);
        Put("toscana/note/buono.md", "\uFEFF---\r\ntype: nota\r\ntitle: Buono\r\n---\r\n\r\nTesto\r\n");

        var report = await Import();

        Assert.Contains(problem, Assert.Single(report.Problems).ToString().Replace("toscana/note/cattivo.md(", "", StringComparison.Ordinal)
            .Replace("): ", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Buono", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task ACircleOfTermsIsToldWithItsFileAndTheRestIsImported()
    {
        Put("nazionale/vocabularies/target.yml", "taxonomy: target\nname: Destinatari\nterms:\n  - { code: a, name: A, parent: b }\n  - { code: b, name: B, parent: a }\n");
        Put("toscana/note/buono.md", "---\ntype: nota\ntitle: Buono\n---\n");

        var report = await Import();

        Assert.Equal(2, report.Problems.Count); // one for each of the two terms
        Assert.All(report.Problems, problem => Assert.StartsWith("nazionale/vocabularies/target.yml", problem.ToString(), StringComparison.Ordinal));
        Assert.All(report.Problems, problem => Assert.Contains("sta sotto se stesso", problem.ToString(), StringComparison.Ordinal));
        Assert.Equal("Buono", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task YamlThatIsNestedWithoutEndIsRefused()
    {
        Put("toscana/note/fondo.md", $"---\ntype: nota\ntitle: {new string('[', 50_000)}\n---\n");
        Put("toscana/note/buono.md", "---\ntype: nota\ntitle: Buono\n---\n");

        var report = await Import();

        Assert.StartsWith("toscana/note/fondo.md", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("Buono", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task FilesThatAreTooLargeNotUtf8OrLinksAreRefused()
    {
        Put("toscana/note/enorme.md", "---\ntype: nota\ntitle: X\n---\n" + new string('x', 10_000_000));
        await File.WriteAllBytesAsync(Path.Combine(folder, "toscana/note/latino.md"), [0x2d, 0x2d, 0x2d, 0x0a, 0xe8], TestContext.Current.CancellationToken);
        Put("../fuori.md", "---\ntype: nota\ntitle: Segreto\n---\n");
        File.CreateSymbolicLink(Path.Combine(folder, "toscana/note/fuori.md"), Path.Combine(folder, "../fuori.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "toscana/altrove"), Path.GetTempPath());
        Put("toscana/note/Nome Cattivo.md", "---\ntype: nota\n---\n");
        Put("puglia/region.yml", "id: ../puglia\nname: Puglia\n");

        var report = await Import();

        Assert.Equal(6, report.Problems.Count);
        Assert.Equal(0, await Hub.Db(db => db.Items.CountAsync()));
    }

    [Fact]
    public async Task AnIdThatTwoFilesShareIsRefusedInTheSecond()
    {
        var id = Guid.CreateVersion7();
        Put("toscana/note/a.md", $"---\nid: {id}\ntype: nota\ntitle: A\n---\n");
        Put("toscana/note/b.md", $"---\nid: {id}\ntype: nota\ntitle: B\n---\n");

        var report = await Import();

        Assert.Equal($"toscana/note/b.md(2): L'id “{id}” è già di “toscana/note/a.md”.", Assert.Single(report.Problems).ToString());
        Assert.Equal("A", await Hub.Titles(Hub.Toscana, new()));
    }

    [Fact]
    public async Task ExportThenImportGivesTheSameBytes()
    {
        await Hub.SaveTerms(Hub.Nazionale, "target", new("anziani", "Anziani: \"over 65\""), new("soli", "Soli", Parent: "anziani"));
        var random = new Random(20260302);
        for (var i = 0; i < 60; i++)
        {
            var draft = TestHub.Note(Text(random, 40), i % 3 == 0 ? Status.Draft : Status.Published, "{}");
            draft.Data["summary"] = Text(random, 80);
            draft.Data["text"] = string.Join('\n', Enumerable.Range(0, random.Next(6)).Select(_ => Text(random, 60)));
            draft.Data["kind"] = i % 2 == 0 ? "046017" : "true";
            draft.Data["weight"] = "12.50";
            draft.Data["target"] = new System.Text.Json.Nodes.JsonArray("soli");
            Assert.Equal(OutcomeKind.Done, (await Hub.Save(i % 2 == 0 ? Hub.Nazionale : Hub.Toscana, draft)).Kind);
        }

        await Hub.Services.GetRequiredService<ContentExporter>().Export(folder);
        await using var place = await TestDatabase.Make(IsPostgres);
        await using var other = await TestHub.Start(place.Database, Hub.Clock, withRegions: false);
        var report = await other.Services.GetRequiredService<ContentImporter>().Import(folder);
        var again = TestDatabase.NewFolder();
        await other.Services.GetRequiredService<ContentExporter>().Export(again);

        Assert.Empty(report.Problems);
        Assert.Equal(Files(folder), Files(again));
        foreach (var file in Files(folder))
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, file)), await File.ReadAllTextAsync(Path.Combine(again, file)));
    }

    private static string Text(Random random, int length) =>
        "t" + string.Concat(Enumerable.Range(0, random.Next(length)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    private const string Alphabet = "abcè ’\"'#:-—&*!|>{}[],%@`0123456789.\\\t~?€𝄞<";

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private void Put(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<ImportReport> Import()
    {
        foreach (var region in Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Where(region => !File.Exists(Path.Combine(folder, region!, "region.yml"))))
            Put($"{region}/region.yml", $"id: {region}\nname: {region}\n{(region == "nazionale" ? "" : $"prefix: {region}\n")}");
        var report = await Hub.Services.GetRequiredService<ContentImporter>().Import(folder);
        return report;
    }
}

public sealed class ImportOnSqlite() : ImportTests(false);

public sealed class ImportOnPostgres() : ImportTests(true);
