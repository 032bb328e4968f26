using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Practices.Quality;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Benchmarks.SearchPages;

/// <summary>Fills a database with published practices and news, by rows, since nobody would wait for so many transactions.</summary>
internal static class ManyItems
{
    private const int Batch = 2000;

    private static readonly Dictionary<string, string[]> Terms = new(StringComparer.Ordinal)
    {
        ["instruments"] = ["co-programmazione", "co-progettazione", "accreditamento", "convenzione", "trasporto-sanitario", "patto-collaborazione"],
        ["areas"] = ["cura-salute", "formazione-lavoro", "casa", "inclusione-coesione", "digitalizzazione", "contrasto-poverta", "vita-indipendente"],
        ["phases"] = ["cp-avviso", "cp-istruttoria", "pg-avviso", "pg-tavoli", "pg-convenzione", "pz-analisi", "pz-tavoli"],
        ["tools"] = ["tavolo", "plenaria", "focus-group", "avviso", "convenzione", "laboratorio"],
        ["places"] = ["048017", "100005", "052032", "050026", "072036", "012133", "037006"],
        ["state"] = ["annunciata", "in-corso", "conclusa"],
        ["target"] = ["anziani", "disabilita", "minori", "giovani", "famiglie", "poverta"],
    };

    /// <summary>Adds items until there are so many; an earlier run's are kept.</summary>
    public static async Task Fill(IServiceProvider services, string[] regions, int count, Sentences sentences, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var random = new Random(42);
        for (var i = await db.Items.CountAsync(cancel); i < count; i += Batch)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            for (var number = i; number < Math.Min(i + Batch, count); number++)
                Add(db, number, regions[random.Next(regions.Length)], sentences, random);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Certifies so many of the generated practices, until days spread over two years, some of which are over.</summary>
    public static async Task Certify(IServiceProvider services, int count, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        if (await db.Set<CertificateRow>().CountAsync(cancel) >= count)
            return;
        var random = new Random(43);
        var items = await db.Items.AsNoTracking().Where(row => row.Slug.StartsWith("prova-")).OrderBy(row => row.Id).Take(count).Select(row => new { row.Id, row.Region }).ToListAsync(cancel);
        foreach (var batch in items.Chunk(Batch))
        {
            db.AddRange(batch.Select(item => new CertificateRow
            {
                Id = Guid.CreateVersion7(), Region = item.Region, ItemId = item.Id, Day = new DateOnly(2026, 1, 1), Until = new DateOnly(2026, 10, 1).AddDays(random.Next(730)),
                Reviewer = "benchmark", Note = "", By = "benchmark", At = DateTime.UtcNow, Reason = "", WithdrawnBy = "",
            }));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private static void Add(HubDb db, int number, string region, Sentences sentences, Random random)
    {
        var title = $"{sentences.Word(random)} {sentences.Word(random)} {sentences.Word(random)} {number}";
        var day = new DateOnly(2018, 1, 1).AddDays(random.Next(3200));
        var data = new JsonObject { ["title"] = title, ["summary"] = sentences.Text(random, 1), ["body"] = sentences.Text(random, 8), ["period"] = new JsonObject { ["from"] = day.ToString("yyyy-MM-dd", null) } };
        foreach (var (field, codes) in Terms)
            data[field] = new JsonArray(codes[random.Next(codes.Length)]);
        var id = Guid.CreateVersion7();
        db.Values.AddRange(Terms.Keys.Select(field => new ValueRow { ItemId = id, Field = field, Text = data[field]![0]!.ToString(), TextKey = data[field]![0]!.ToString() }));
        db.Items.Add(new ItemRow
        {
            Id = id, Region = region, Type = "pratica", Section = "pratiche", Slug = $"prova-{number}", Title = title, TitleKey = title, Summary = data["summary"]!.ToString(),
            Status = "pubblicato", LatestVersion = 1, LiveVersion = 1, Language = "it", TranslationSet = id, Published = day, Updated = day,
            ChangedAt = day.ToDateTime(new TimeOnly(9, number % 60), DateTimeKind.Utc), ChangedBy = "benchmark",
        });
        db.Versions.Add(new VersionRow { ItemId = id, Number = 1, Data = data.ToJsonString(), Author = "benchmark", At = DateTime.UtcNow, Note = "" });
    }
}
