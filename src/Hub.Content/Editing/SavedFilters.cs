using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Editing;

/// <summary>Filters of the list of contents that people gave a name, each their own. For one scope.</summary>
public sealed class SavedFilters(HubDb db, CurrentRegion current)
{
    private const int MaxOfOne = 20;

    public async Task<IReadOnlyList<SavedFilterRow>> Of(Actor actor, CancellationToken cancel = default) =>
        await db.Set<SavedFilterRow>().AsNoTracking().Where(row => row.Region == current.Region.Id && row.Person == actor.Name)
            .OrderBy(row => row.Name).ToListAsync(cancel);

    /// <summary>Names a filter; one of the same name is replaced.</summary>
    /// <returns>False without a name, or when there are twenty.</returns>
    public async Task<bool> Add(Actor actor, string name, string query, CancellationToken cancel = default)
    {
        name = CleanText.Cut(CleanText.Line(name), 60);
        if (name.Length == 0)
            return false;
        var own = await db.Set<SavedFilterRow>().Where(row => row.Region == current.Region.Id && row.Person == actor.Name).ToListAsync(cancel);
        if (own.Find(row => row.Name == name) is { } same)
            same.Query = query;
        else if (own.Count >= MaxOfOne)
            return false;
        else
            db.Add(new SavedFilterRow { Id = Guid.CreateVersion7(), Region = current.Region.Id, Person = actor.Name, Name = name, Query = query });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    public Task Remove(Actor actor, Guid id, CancellationToken cancel = default) =>
        db.Set<SavedFilterRow>().Where(row => row.Id == id && row.Region == current.Region.Id && row.Person == actor.Name).ExecuteDeleteAsync(cancel);
}
