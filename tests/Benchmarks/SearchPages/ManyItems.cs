using System.Text.Json.Nodes;
using Hub.Content.Storage;
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

    private static void Add(HubDb db, int number, string region, Sentences sentences, Random random)
    {
        var title = $"{sentences.Word(random)} {sentences.Word(random)} {sentences.Word(random)} {number}";
        var day = new DateOnly(2018, 1, 1).AddDays(random.Next(3200));
        var data = new JsonObject { ["title"] = title, ["summary"] = sentences.Text(random, 1), ["body"] = sentences.Text(random, 8), ["period"] = new JsonObject { ["from"] = day.ToString("yyyy-MM-dd", null) } };
        foreach (var (field, codes) in Terms)
            data[field] = new JsonArray(codes[random.Next(codes.Length)]);
        var id = Guid.CreateVersion7();
        db.Items.Add(new ItemRow
        {
            Id = id, Region = region, Type = "pratica", Section = "pratiche", Slug = $"prova-{number}", Title = title, TitleKey = title, Summary = data["summary"]!.ToString(),
            Status = "pubblicato", LatestVersion = 1, LiveVersion = 1, Language = "it", TranslationSet = id, Published = day, Updated = day,
            ChangedAt = day.ToDateTime(new TimeOnly(9, number % 60), DateTimeKind.Utc), ChangedBy = "benchmark",
        });
        db.Versions.Add(new VersionRow { ItemId = id, Number = 1, Data = data.ToJsonString(), Author = "benchmark", At = DateTime.UtcNow, Note = "" });
    }
}
