using System.Text;
using Hub.Content.Files;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Tables;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modules.Tests.Fixtures;
using FileFormatException = Hub.Content.Files.FileFormatException;

namespace Modules.Tests.OpenData;

/// <summary>On a hub of its own: these write.</summary>
public sealed class TableImportTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Head = "Identificativo;Titolo;summary;owner;state;instruments;places;period.from;partners.name;partners.role;amount;sources.title\r\n";
    private const string Row = "A-1;Orti condivisi a Prato;Un orto per la scuola.;Comune di Prato;Conclusa;Co-progettazione|patto-collaborazione;Prato;1/3/2022;Scuola|Circolo;sede|;25.000,50;Delibera\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATrialTellsWhatWouldHappenAndStoresNothing()
    {
        var outcome = Assert.Single(await Run(Head + Row.Replace("A-1", "T-1", StringComparison.Ordinal), new TableImport(Status.Published, IsTrial: true)));

        Assert.Equal((RowResult.Created, 2, "T-1"), (outcome.Result, outcome.Line, outcome.Identifier));
        Assert.Null(await Stored("T-1"));
    }

    [Fact]
    public async Task ARowBecomesAnItemOnceHoweverOftenItIsImported()
    {
        var first = Assert.Single(await Run(Head + Row, new TableImport(Status.Published)));
        var second = Assert.Single(await Run(Head + Row, new TableImport(Status.Published)));
        var asDraft = Assert.Single(await Run(Head + Row, new TableImport(Status.Draft)));
        var changed = Assert.Single(await Run(Head + Row.Replace("25.000,50", "30000", StringComparison.Ordinal), new TableImport(Status.Published)));

        Assert.Equal([RowResult.Created, RowResult.Unchanged, RowResult.Unchanged, RowResult.Changed], [first.Result, second.Result, asDraft.Result, changed.Result]);
        var item = await Stored("A-1");
        Assert.Equal(("pubblicato", 2), (item!.Value.Status, item.Value.Versions));
        Assert.Contains("\"amount\":30000", item.Value.Data, StringComparison.Ordinal);
        Assert.Contains("\"instruments\":[\"co-progettazione\",\"patto-collaborazione\"]", item.Value.Data, StringComparison.Ordinal);
        Assert.Contains("\"places\":[\"100005\"]", item.Value.Data, StringComparison.Ordinal);
        Assert.Contains("\"partners\":[{\"name\":\"Scuola\",\"role\":\"sede\"},{\"name\":\"Circolo\"}]", item.Value.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColumnsThatAreNotThereLeaveTheirValuesAlone()
    {
        await Run(Head + Row.Replace("A-1", "K-1", StringComparison.Ordinal), new TableImport(Status.Draft));
        var outcome = Assert.Single(await Run("id,title\nK-1,Orti di quartiere\n", new TableImport(Status.Draft)));

        var item = await Stored("K-1");
        Assert.Equal(RowResult.Changed, outcome.Result);
        Assert.Contains("Orti di quartiere", item!.Value.Data, StringComparison.Ordinal);
        Assert.Contains("Comune di Prato", item.Value.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachBadCellIsToldByLineAndColumnAndTheOtherRowsComeIn()
    {
        var table = Head
            + Row.Replace("A-1", "B-1", StringComparison.Ordinal).Replace("1/3/2022", "31/2/2022", StringComparison.Ordinal).Replace("Conclusa", "finita", StringComparison.Ordinal)
            + Row.Replace("A-1", "B-2", StringComparison.Ordinal)
            + Row.Replace("A-1", "B-2", StringComparison.Ordinal)
            + Row.Replace("A-1", "", StringComparison.Ordinal);

        var outcomes = await Run(table, new TableImport(Status.Draft));

        Assert.Equal([RowResult.Refused, RowResult.Created, RowResult.Refused, RowResult.Refused], outcomes.Select(row => row.Result));
        Assert.Equal(["Periodo", "Stato"], outcomes[0].Issues.Select(issue => issue.Column).Order(StringComparer.Ordinal));
        Assert.Contains(outcomes[0].Issues, issue => issue.Message.Contains("31/2/2022", StringComparison.Ordinal));
        Assert.Contains("3", outcomes[2].Issues[0].Message, StringComparison.Ordinal);
        Assert.Equal("Identificativo", outcomes[3].Issues[0].Column);
    }

    [Fact]
    public async Task AnImportGoesOnWhereItStopped()
    {
        var table = new StringBuilder(Head);
        for (var i = 0; i < 120; i++)
            table.Append(Row.Replace("A-1", $"R-{i}", StringComparison.Ordinal).Replace("Orti condivisi", $"Orti {i}", StringComparison.Ordinal));
        var first = (await Steps(table.ToString(), new TableImport(Status.Draft), 1)).ToList();

        var rest = await Run(table.ToString(), new TableImport(Status.Draft, Done: first.Count));

        Assert.Equal(50, first.Count);
        Assert.Equal(70, rest.Count);
        Assert.All(rest, row => Assert.Equal(RowResult.Created, row.Result));
        Assert.NotNull(await Stored("R-0"));
        Assert.NotNull(await Stored("R-119"));
    }

    [Fact]
    public async Task TheTableThatThePortalGivesOutChangesNothingWhenItIsBroughtBack()
    {
        using var answer = await own.Portal.Ask("/lombardia/dati-aperti/pratiche.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        var outcomes = await own.Portal.In("lombardia", (services, region) => Run(services, region, CsvFile.Read(bytes), new TableImport(Status.Published), 1000));

        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, row => Assert.True(row.Result == RowResult.Unchanged, $"{row.Title}: {row.Result} {string.Join(' ', row.Issues)}"));
    }

    [Fact]
    public async Task NobodyPublishesWithoutPermissionNorChangesAnotherRegionsItem()
    {
        var foreign = await own.Portal.In("puglia", async (services, region) => (await services.GetRequiredService<ItemReader>().All(region, "pratica", Cancel))[0].Id);
        var editor = new Actor("redazione", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });

        var published = Assert.Single(await Run(Head + Row.Replace("A-1", "P-1", StringComparison.Ordinal), new TableImport(Status.Published), editor));
        var stolen = Assert.Single(await Run(Head + Row.Replace("A-1", foreign.ToString(), StringComparison.Ordinal), new TableImport(Status.Draft), editor));

        Assert.Equal((RowResult.Refused, RowResult.Refused), (published.Result, stolen.Result));
        Assert.NotEmpty(published.Issues[0].Message);
    }

    [Theory]
    [InlineData("id;title;colore\nx;y;z\n")]
    [InlineData("id;title;Titolo\nx;y;z\n")]
    [InlineData("title;summary\ny;z\n")]
    [InlineData("id;title\n")]
    [InlineData("id;title\nx;\"senza fine\n")]
    [InlineData("   \n \n")]
    [InlineData("PK\u0003\u0004 un archivio")]
    public async Task AFileThatIsNoTableOfTheTypeIsRefusedWithAReason(string text)
    {
        var refused = await Assert.ThrowsAsync<FileFormatException>(() => Run(text, new TableImport(Status.Draft)));

        Assert.NotEmpty(refused.Message);
    }

    [Fact]
    public async Task AllColumnsThatAreUnknownAreToldAtOnce()
    {
        var refused = await Assert.ThrowsAsync<FileFormatException>(() => Run("id;title;colore;peso\nx;y;z;1\n", new TableImport(Status.Draft)));

        Assert.StartsWith("Le colonne “colore”, “peso” non ci sono", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AColumnThatIsCalledLikeItsOnlyPartSaysItOnceAndIsKnownByItsFormerName()
    {
        var labels = await own.Portal.In("toscana", (services, _) => Task.FromResult(TableHead.ColumnsOf(services.GetRequiredService<ContentTypes>().Find("pratica")!).Select(column => column.Label).ToList()));

        var outcome = Assert.Single(await Run("id;title;sources.title;Fonti: Indirizzo, indirizzo\nF-1;Orti;Delibera;https://example.org/d\n", new TableImport(Status.Draft)));

        Assert.Contains("Fonti: Indirizzo", labels);
        Assert.DoesNotContain(labels, label => label.Contains("Indirizzo, indirizzo", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(RowResult.Created, outcome.Result);
        Assert.Contains("https://example.org/d", (await Stored("F-1"))!.Value.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATermThatIsUnknownIsAnsweredWithTheVocabularysNameAndItsTerms()
    {
        var outcome = Assert.Single(await Run(Head + Row.Replace("A-1", "V-1", StringComparison.Ordinal).Replace("Conclusa", "finita", StringComparison.Ordinal), new TableImport(Status.Draft)));

        var message = Assert.Single(outcome.Issues).Message;
        Assert.DoesNotContain("stato-pratica", message, StringComparison.Ordinal);
        Assert.Contains("Conclusa", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatGoesIntoReviewStaysThereWhenItIsBroughtAgain()
    {
        var editor = new Actor("redazione", new HashSet<string>(StringComparer.Ordinal) { ContentPermissions.Edit });

        var first = Assert.Single(await Run(Head + Row.Replace("A-1", "Z-1", StringComparison.Ordinal), new TableImport(Status.InReview), editor));
        var again = Assert.Single(await Run(Head + Row.Replace("A-1", "Z-1", StringComparison.Ordinal), new TableImport(Status.InReview), editor));

        Assert.Equal((RowResult.Created, RowResult.Unchanged), (first.Result, again.Result));
        Assert.Equal(("in-revisione", 1), ((await Stored("Z-1"))!.Value.Status, (await Stored("Z-1"))!.Value.Versions));
    }

    [Fact]
    public async Task HugeAndHostileFilesAreRefusedQuickly()
    {
        var wide = "id;title;" + string.Join(';', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n";
        var binary = new byte[5000];
        new Random(1).NextBytes(binary);

        await Assert.ThrowsAsync<FileFormatException>(() => Run(wide, new TableImport(Status.Draft)));
        Assert.Throws<FileFormatException>(() => CsvFile.Read(new byte[CsvFile.MaxBytes + 1]));
        Assert.Throws<FileFormatException>(() => CsvFile.Read(binary));
        Assert.Throws<FileFormatException>(() => CsvFile.Read(Encoding.UTF8.GetBytes("id;title\nx;" + new string('a', 300_000))).Rows().Count());
    }

    [Theory]
    [InlineData("UTF-8", ';')]
    [InlineData("Windows-1252", ';')]
    [InlineData("UTF-16", '\t')]
    [InlineData("UTF-8", ',')]
    public void EncodingsAndSeparatorsAreFoundOut(string encoding, char separator)
    {
        var text = $"id{separator}title\r\n1{separator}\"Perché “così”\"\r\n";
        var bytes = encoding switch
        {
            "Windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            "UTF-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        };

        var file = CsvFile.Read(bytes);

        Assert.Equal((encoding, separator), (file.Encoding, file.Separator));
        Assert.Equal(["1", "Perché “così”"], file.Rows().Last().Cells);
    }

    [Fact]
    public async Task ARunKeepsItsPlaceThroughTrialConfirmationAndInterruption()
    {
        var table = new StringBuilder(Head);
        for (var i = 0; i < 130; i++)
            table.Append(Row.Replace("A-1", $"J-{i}", StringComparison.Ordinal));
        table.Append(Row.Replace("A-1", "J-bad", StringComparison.Ordinal).Replace("1/3/2022", "mai", StringComparison.Ordinal));
        var (id, tried) = await With(async (runs, region, type) =>
        {
            var begun = await runs.Begin(region, type, "pratiche.csv", Encoding.UTF8.GetBytes(table.ToString()), Status.Draft, Actor.Hub("prova"), Cancel);
            Assert.False(await runs.Confirm(region, begun.Id, Cancel)); // not before its trial is through
            await runs.Work(region, begun.Id, TimeSpan.FromMinutes(1), Cancel);
            return (begun.Id, await runs.Find(region, begun.Id, Cancel));
        });

        var interrupted = await With(async (runs, region, _) =>
        {
            Assert.True(await runs.Confirm(region, id, Cancel));
            await runs.Work(region, id, TimeSpan.Zero, Cancel);
            return await runs.Find(region, id, Cancel);
        });
        var done = await With(async (runs, region, _) =>
        {
            foreach (var unfinished in await runs.Unfinished(region, Cancel))
                await runs.Work(region, unfinished, TimeSpan.FromMinutes(1), Cancel);
            return await runs.Find(region, id, Cancel);
        });

        Assert.Equal((131, 130, 1), (tried!.Done, tried.Created, tried.Refused));
        Assert.Equal((50, 50, false), (interrupted!.Done, interrupted.Created, interrupted.IsTrial));
        Assert.Equal((131, 130, 1), (done!.Done, done.Created, done.Refused));
        Assert.Empty(done.Content);
        Assert.Equal("J-bad", Assert.Single(ImportRuns.ProblemsOf(done)).Identifier);
    }

    private Task<T> With<T>(Func<ImportRuns, Region, TypeDefinition, Task<T>> work) => own.Portal.In("toscana", (services, region) =>
        work(services.GetRequiredService<ImportRuns>(), region, services.GetRequiredService<ContentTypes>().Find("pratica")!));

    private Task<List<RowOutcome>> Run(string table, TableImport asked, Actor? actor = null) => Steps(table, asked, 1000, actor);

    private Task<List<RowOutcome>> Steps(string table, TableImport asked, int steps, Actor? actor = null) =>
        own.Portal.In("toscana", (services, region) => Run(services, region, CsvFile.Read(Encoding.UTF8.GetBytes(table)), asked, steps, actor));

    private static async Task<List<RowOutcome>> Run(IServiceProvider services, Region region, CsvFile file, TableImport asked, int steps, Actor? actor = null)
    {
        var type = services.GetRequiredService<ContentTypes>().Find("pratica")!;
        TableImporter.Check(file, type);
        var outcomes = new List<RowOutcome>();
        await foreach (var step in services.GetRequiredService<TableImporter>().Run(region, type, file, asked, actor ?? Actor.Hub("prova"), Cancel))
        {
            outcomes.AddRange(step);
            if (--steps == 0)
                break;
        }

        return outcomes;
    }

    private Task<(string Status, int Versions, string Data)?> Stored(string identifier) => own.Portal.In("toscana", async (services, region) =>
    {
        var id = TableImporter.IdOf(region, services.GetRequiredService<ContentTypes>().Find("pratica")!, identifier);
        var db = services.GetRequiredService<HubDb>();
        var row = await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, Cancel);
        return row is null ? ((string, int, string)?)null : (row.Status, row.LatestVersion, await db.Versions.Where(version => version.ItemId == id && version.Number == row.LatestVersion).Select(version => version.Data).SingleAsync(Cancel));
    });
}
