using System.Text.Json;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Content.Storage;

/// <summary>Region definitions in the database. Opens a scope of its own for each call; thread-safe.</summary>
public sealed class RegionStore(IServiceScopeFactory scopes, TimeProvider clock) : IRegionStore
{
    public async Task<IReadOnlyList<RegionDefinition>> Read(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<HubDb>().Regions.AsNoTracking()
            .OrderBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => new { row.Definition, row.Version })
            .ToListAsync(cancel);
        return [.. rows.Select(row => Parse(row.Definition) with { Version = row.Version })];
    }

    public async Task<RegionDefinition?> Write(RegionDefinition changed, RegionChange change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var written = changed with { Version = changed.Version + 1 };
        var json = Json(written);
        await using var transaction = await db.BeginWriting(cancel);
        var touched = await db.Regions.Where(row => row.Id == changed.Id && row.Version == changed.Version)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Definition, json).SetProperty(r => r.Version, r => r.Version + 1), cancel);
        if (touched == 0)
            return null;
        Audit(db, changed.Id, change);
        await Changes.ChangeBell.Ring(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }

    /// <summary>Adds a region that isn't there yet.</summary>
    /// <returns>False when it is there: then nothing changes.</returns>
    public async Task<bool> Add(RegionDefinition region, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        if (await db.Regions.AnyAsync(row => row.Id == region.Id, cancel))
            return false;
        var position = region.Id == RegionDefinition.NationalId ? 0 : await db.Regions.CountAsync(cancel) + 1;
        db.Regions.Add(new RegionRow { Id = region.Id, Position = position, Definition = Json(region), Version = 1 });
        Audit(db, region.Id, "region.added");
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException e) when (StorageException.IsDuplicate(e))
        {
            return false; // another node added it meanwhile
        }
    }

    private static string Json(RegionDefinition region) => JsonSerializer.Serialize(region, ContentJson.Options);

    private static RegionDefinition Parse(string json) => JsonSerializer.Deserialize<RegionDefinition>(json, ContentJson.Options)!;

    private void Audit(HubDb db, string region, RegionChange change)
    {
        var (action, detail) = Split(change.What);
        db.Audit.Add(new AuditRow
        {
            At = clock.GetUtcNow().UtcDateTime, Region = region, Actor = change.Actor, From = change.From, Action = action, Target = region, Detail = detail,
        });
    }

    /// <summary>The first word is the action, the rest its detail; the kernel tells switched features as <c>Enabled: ids</c>.</summary>
    private static (string Action, string Detail) Split(string change)
    {
        var (action, detail) = change.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? (change[..at], change[(at + 1)..]) : (change, "");
        return action switch
        {
            "Enabled:" => ("feature.enabled", detail),
            "Disabled:" => ("feature.disabled", detail),
            _ => (action, detail),
        };
    }
}
