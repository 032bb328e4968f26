using System.Text;
using System.Text.Json.Nodes;
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
/// Writes a content folder from the database: regions, vocabularies, media, and each item's live version, or its latest one
/// when readers see none, of the types that the region has switched on. The same state gives the same bytes.
/// </summary>
public sealed class ContentExporter(IServiceScopeFactory scopes, RegionDirectory regions)
{
    /// <param name="folder">Made when absent; files of the same names are replaced, others stay.</param>
    /// <returns>How many files were written.</returns>
    public async Task<int> Export(string folder, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var written = 0;
        foreach (var region in regions.Current.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentRegion>().Enter(region);
            await foreach (var (file, text) in Files(region, scope.ServiceProvider, cancel))
            {
                var path = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), cancel);
                progress?.Report(new WorkProgress(++written, 0, file));
            }

            await foreach (var file in MediaExport.Write(folder, region, scope.ServiceProvider, cancel))
                progress?.Report(new WorkProgress(++written, 0, file));
        }

        return written;
    }

    private static async IAsyncEnumerable<(string File, string Text)> Files(
        Region region, IServiceProvider services, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        yield return (ContentFolder.RegionPath(region.Id), RegionFile.Write(region.Definition));
        foreach (var vocabulary in await services.GetRequiredService<VocabularyReader>().Own(region.Id, cancel))
            yield return (ContentFolder.VocabularyPath(region.Id, vocabulary.Taxonomy), VocabularyFile.Write(vocabulary));

        var db = services.GetRequiredService<HubDb>();
        var types = services.GetRequiredService<ContentTypes>();
        var rows = await db.Items.AsNoTracking().Where(row => row.Region == region.Id)
            .ToListAsync(cancel);
        foreach (var row in rows.OrderBy(row => row.Section, StringComparer.Ordinal).ThenBy(row => row.Slug, StringComparer.Ordinal))
        {
            if (types.Find(row.Type) is { } type)
                yield return (ContentFolder.ItemPath(region.Id, row.Section, row.Slug), await Text(row, type, db, cancel));
        }

        foreach (var step in services.GetRequiredService<EnabledExtensions>().Of<IImportStep>())
        {
            if (await step.Export(region, cancel) is { } content)
                yield return (ContentFolder.StepPath(region.Id, step.Name), YamlText.Write(content));
        }
    }

    private static async Task<string> Text(ItemRow row, TypeDefinition type, HubDb db, CancellationToken cancel)
    {
        if (row.IsHidden)
            return ItemFile.WriteHidden(row.Id, row.Type, row.Overrides, Statuses.Parse(row.Status)!.Value, row.Published, row.Updated);
        var number = row.LiveVersion ?? row.LatestVersion;
        var json = await db.Versions.Where(version => version.ItemId == row.Id && version.Number == number)
            .Select(version => version.Data).SingleAsync(cancel);
        return ItemFile.Write(
            ItemReader.Item(row, number, JsonNode.Parse(json)!.AsObject()), type, row.LiveVersion is null ? row.PublishAt : null, row.WithdrawAt);
    }
}
