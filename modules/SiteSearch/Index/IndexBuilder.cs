using Hub.Content.Files;

namespace Hub.SiteSearch.Index;

/// <summary>Brings items into an index: all of them, or those that the change log names. Thread-safe.</summary>
internal sealed class IndexBuilder(ContentSource source, SearchDocument documents, IndexFolders folders)
{
    private const int Batch = 500;

    /// <summary>A new index of everything, finished and merged into one; it has to follow the log from the moment at which it was begun.</summary>
    public async Task<SearchIndex> Build(Blueprint blueprint, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var positions = await source.Heads(cancel);
        var index = SearchIndex.Create(folders.Next(), blueprint, await source.Origin(cancel), positions);
        try
        {
            var ids = await source.Ids(cancel);
            var done = 0;
            foreach (var batch in ids.Chunk(Batch))
            {
                await Update(index, batch, cancel);
                progress?.Report(new WorkProgress(done += batch.Length, ids.Count, index.Folder));
            }

            index.Compact();
            index.Commit(positions);
            return index;
        }
        catch
        {
            index.Dispose();
            IndexFolders.Remove(index.Folder);
            throw;
        }
    }

    /// <summary>Brings in what the log tells since the index's position; readers see it at once, a crash may undo it until the commit.</summary>
    public async Task<Followed> Follow(SearchIndex index, CancellationToken cancel)
    {
        var positions = new Dictionary<string, long>(index.Positions, StringComparer.Ordinal);
        var touched = new HashSet<Guid>();
        var vocabularies = false;
        foreach (var (region, head) in await source.Heads(cancel))
        {
            var position = positions.GetValueOrDefault(region);
            while (position < head && await source.Changes(region, position, Batch, cancel) is { Count: > 0 } changes)
            {
                touched.UnionWith(changes.Select(change => change.ItemId).OfType<Guid>());
                vocabularies |= changes.Any(change => change.Kind == "vocabulary");
                position = changes[^1].Sequence;
            }

            positions[region] = position;
        }

        if (positions.Count == index.Positions.Count && positions.All(position => index.Positions.GetValueOrDefault(position.Key, -1) == position.Value))
            return Followed.Nothing;
        var moved = positions.Where(position => index.Positions.GetValueOrDefault(position.Key, -1) != position.Value).Select(position => position.Key).ToList();
        foreach (var batch in touched.Chunk(Batch))
            await Update(index, batch, cancel);
        index.Show();
        index.Commit(positions);
        return new Followed(moved, vocabularies);
    }

    private async Task Update(SearchIndex index, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var shown = (await source.Items(ids, cancel)).ToDictionary(item => item.Item.Id);
        foreach (var id in ids)
        {
            if (shown.TryGetValue(id, out var item) && await documents.Of(item.Item, index.Blueprint, item.Traits, cancel) is { } document)
                index.Add(document);
            else
                index.Remove(id);
        }
    }
}

/// <summary>What the log told.</summary>
/// <param name="Regions">In which something changed.</param>
/// <param name="HasVocabularies">A vocabulary changed: the blueprint is another one.</param>
internal sealed record Followed(IReadOnlyList<string> Regions, bool HasVocabularies)
{
    public static readonly Followed Nothing = new([], false);
}
