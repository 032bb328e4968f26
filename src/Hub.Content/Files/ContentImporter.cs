using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Files;

/// <summary>
/// Brings a content folder into the database. What is there and unchanged stays as it is; each bad file is reported and
/// all others are imported. Regions that the database knows keep their settings.
/// </summary>
public sealed class ContentImporter(IServiceScopeFactory scopes, RegionStore store, RegionDirectory regions)
{
    /// <param name="folder">With one sub-folder for each region.</param>
    /// <exception cref="DirectoryNotFoundException">The folder isn't there.</exception>
    /// <exception cref="StorageException">The database refused; what was imported before stays.</exception>
    public async Task<ImportReport> Import(string folder, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var source = new ContentFolder(folder);
        var report = new ImportReport();
        foreach (var name in source.Regions)
            await AddRegion(source, name, report, cancel);
        if ((await store.Read(cancel)).All(region => region.Id != RegionDefinition.NationalId))
        {
            report.Problems.Add(new FileProblem(ContentFolder.RegionPath(RegionDefinition.NationalId), 0, Texts.Get("NationalRegionMissing")));
            return report;
        }

        await regions.Refresh(cancel);
        var total = source.Regions.Sum(name => source.Items(name).Count + source.Media(name).Count);
        var done = 0;
        foreach (var name in source.Regions)
        {
            if (regions.Current.Find(name) is not { } region)
                continue;
            await ImportVocabularies(source, region, report, cancel);
            await ImportMedia(source, region, report, file => progress?.Report(new WorkProgress(++done, total, file)), cancel);
            await ImportItems(source, region, report, file => progress?.Report(new WorkProgress(++done, total, file)), cancel);
            await RunSteps(source, region, report, cancel);
        }

        foreach (var refused in source.Refused)
            report.Problems.Add(refused);
        return report;
    }

    private async Task AddRegion(ContentFolder source, string name, ImportReport report, CancellationToken cancel)
    {
        await Try(ContentFolder.RegionPath(name), report, async file =>
        {
            var definition = RegionFile.Read(await source.Read(file, cancel), name);
            var others = (await store.Read(cancel)).Where(region => region.Id != definition.Id);
            var errors = RegionCheck.Errors([.. others, definition]).Where(error => error.Code != "HUB-R001").ToList();
            if (errors.Count > 0)
                throw new FileFormatException(0, string.Join(" ", errors.Select(error => $"{error.Code}: {error.Problem} {error.Remedy}")));
            if (await store.Add(definition, cancel))
                report.Added++;
            else
                report.Unchanged++;
        });
    }

    private async Task ImportVocabularies(ContentFolder source, Region region, ImportReport report, CancellationToken cancel)
    {
        await using var scope = Enter(region);
        var writer = scope.ServiceProvider.GetRequiredService<VocabularyWriter>();
        foreach (var path in source.Vocabularies(region.Id))
        {
            await Try(path, report, async file =>
            {
                var vocabulary = VocabularyFile.Read(await source.Read(file, cancel), Path.GetFileNameWithoutExtension(file));
                Count(await writer.Save(vocabulary, Actor.Hub("import"), cancel), isNew: false, file, new Dictionary<string, int>(), report);
            });
        }
    }

    /// <summary>Each file in a scope of its own, before the items that name it.</summary>
    private async Task ImportMedia(ContentFolder source, Region region, ImportReport report, Action<string> begun, CancellationToken cancel)
    {
        foreach (var path in source.Media(region.Id))
        {
            begun(path);
            await using var scope = Enter(region);
            await Try(path, report, async file =>
            {
                var (outcome, isNew) = await MediaImport.Import(source, region, file, scope.ServiceProvider, cancel);
                Count(new Outcome(outcome.Kind, null, 0, outcome.Issues), isNew, file, new Dictionary<string, int>(), report);
            });
        }
    }

    private async Task ImportItems(
        ContentFolder source, Region region, ImportReport report, Action<string> begun, CancellationToken cancel)
    {
        await using var scope = Enter(region);
        var types = scope.ServiceProvider.GetRequiredService<ContentTypes>();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var files = new List<ParsedFile>();
        foreach (var path in source.Items(region.Id))
        {
            await Try(path, report, async file =>
            {
                var (section, slug) = ContentFolder.AddressOf(file);
                files.Add(new ParsedFile(file, ItemFile.Read(await source.Read(file, cancel), section, slug, types.Find)));
            });
        }

        var ids = await Ids(files, db, region, report, cancel);
        var national = await Addresses(db, RegionDefinition.NationalId, cancel);
        foreach (var file in files.Where(file => ids.ContainsKey(file.Address)))
        {
            begun(file.Path);
            await Try(file.Path, report, _ => Save(region, file, ids, national, report, cancel));
        }
    }

    /// <summary>
    /// The id of each file's item by its address: its own, or the one that the address has in this region, or a new one. A
    /// file with an id that another has already is refused.
    /// </summary>
    private static async Task<Dictionary<string, Guid>> Ids(
        List<ParsedFile> files, HubDb db, Region region, ImportReport report, CancellationToken cancel)
    {
        var stored = await Addresses(db, region.Id, cancel);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var owners = new Dictionary<Guid, string>();
        foreach (var file in files.OrderBy(file => file.Item.Draft.Id is null))
        {
            var isKnown = stored.TryGetValue(file.Address, out var there) && !owners.ContainsKey(there);
            var id = file.Item.Draft.Id ?? (isKnown ? there : Guid.CreateVersion7());
            if (owners.TryAdd(id, file.Path))
                ids.Add(file.Address, id);
            else
                report.Problems.Add(new FileProblem(file.Path, file.Item.Lines["id"], Texts.Get("FileIdTwice", id, owners[id])));
        }

        return ids;
    }

    private static async Task<Dictionary<string, Guid>> Addresses(HubDb db, string region, CancellationToken cancel) =>
        await db.Addresses.AsNoTracking().Where(row => row.Region == region)
            .ToDictionaryAsync(row => $"{row.Section}/{row.Slug}", row => row.ItemId, StringComparer.Ordinal, cancel);

    /// <summary>Each item in a scope of its own: the database context stays small however many files there are.</summary>
    private async Task Save(
        Region region, ParsedFile file, Dictionary<string, Guid> ids, Dictionary<string, Guid> national, ImportReport report, CancellationToken cancel)
    {
        await using var scope = Enter(region);
        scope.ServiceProvider.GetRequiredService<ItemAddresses>().Expect(ids);
        var id = ids[file.Address];
        var isNew = !await scope.ServiceProvider.GetRequiredService<HubDb>().Items.AnyAsync(row => row.Id == id, cancel);
        var draft = file.Item.Draft with { Id = id, Overrides = Overridden(file.Item, national) };
        var outcome = await scope.ServiceProvider.GetRequiredService<ItemWriter>().Save(draft, Actor.Hub("import"), cancel);
        Count(outcome, isNew, file.Path, file.Item.Lines, report);
    }

    /// <exception cref="FileFormatException">The file names a national item that isn't there.</exception>
    private static Guid? Overridden(ItemFile.Parsed item, Dictionary<string, Guid> national)
    {
        if (item.Overrides is not { } named)
            return null;
        if (Guid.TryParse(named, out var id) || national.TryGetValue(named.TrimStart('/'), out id))
            return id;
        throw new FileFormatException(item.Lines["overrides"], Texts.Get("UnknownReference", named));
    }

    private async Task RunSteps(ContentFolder source, Region region, ImportReport report, CancellationToken cancel)
    {
        await using var scope = Enter(region);
        foreach (var step in scope.ServiceProvider.GetRequiredService<EnabledExtensions>().Of<IImportStep>())
        {
            var path = ContentFolder.StepPath(region.Id, step.Name);
            if (!source.Has(path))
                continue;
            await Try(path, report, async file =>
            {
                var lines = new Dictionary<string, int>(StringComparer.Ordinal);
                var content = YamlText.Read(await source.Read(file, cancel), lines);
                foreach (var issue in await step.Import(region, content, cancel))
                    report.Problems.Add(new FileProblem(file, lines.GetValueOrDefault(issue.Field.Split('[', '.')[0]), issue.ToString()));
            });
        }
    }

    private static void Count(Outcome outcome, bool isNew, string file, IReadOnlyDictionary<string, int> lines, ImportReport report)
    {
        if (outcome.Kind == OutcomeKind.Unchanged)
            report.Unchanged++;
        else if (!outcome.Succeeded)
            Refuse(outcome, file, lines, report);
        else if (isNew)
            report.Added++;
        else
            report.Changed++;
    }

    private static void Refuse(Outcome outcome, string file, IReadOnlyDictionary<string, int> lines, ImportReport report)
    {
        if (outcome.Issues.Count == 0)
            report.Problems.Add(new FileProblem(file, 0, Texts.Get($"Outcome.{outcome.Kind}")));
        foreach (var issue in outcome.Issues)
            report.Problems.Add(new FileProblem(file, lines.GetValueOrDefault(issue.Field.Split('[', '.')[0]), issue.ToString()));
    }

    private static async Task Try(string file, ImportReport report, Func<string, Task> import)
    {
        try
        {
            await import(file);
        }
        catch (FileFormatException e)
        {
            report.Problems.Add(new FileProblem(file, e.Line, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Problems.Add(new FileProblem(file, 0, e.Message));
        }
    }

    private AsyncServiceScope Enter(Region region)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
        return scope;
    }

    private sealed record ParsedFile(string Path, ItemFile.Parsed Item)
    {
        public string Address { get; } = $"{ContentFolder.AddressOf(Path).Section}/{ContentFolder.AddressOf(Path).Slug}";
    }
}
