using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Legislation.Updates;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Sources;

/// <summary>What sources announced, and what editors make of it: a draft, a source of an update that is there, or nothing. For one scope.</summary>
public sealed class Inbox(HubDb db, CurrentRegion current, ItemReader reader, ItemWriter writer, TimeProvider clock)
{
    private const int MostShown = 200;

    /// <summary>Those that wait for a decision, the newest first.</summary>
    internal async Task<IReadOnlyList<CandidateRow>> Waiting(CancellationToken cancel)
    {
        var region = current.Region.Id;
        return await db.Set<CandidateRow>().AsNoTracking().Where(row => row.Region == region && row.State == CandidateState.New)
            .OrderByDescending(row => row.Date).ThenByDescending(row => row.FoundAt).Take(MostShown).ToListAsync(cancel);
    }

    /// <summary>How the sources are.</summary>
    internal async Task<IReadOnlyList<SourceRow>> Sources(CancellationToken cancel)
    {
        var region = current.Region.Id;
        return await db.Set<SourceRow>().AsNoTracking().Where(row => row.Region == region).OrderBy(row => row.Source).ToListAsync(cancel);
    }

    /// <summary>Begins an update from a candidate: a draft that an editor completes.</summary>
    internal async Task<bool> Accept(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await New(id, cancel) is not { } row)
            return false;
        var data = new JsonObject { ["title"] = Short(row.Title, 200), ["summary"] = Short(row.Summary.Length > 0 ? row.Summary : row.Title, 500), ["sources"] = new JsonArray(SourceOf(row)) };
        if (row.Date is { } day)
            data["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var outcome = await writer.Save(new ItemDraft { Type = RegulatoryUpdate.TypeId, Data = data, Status = Status.Draft, Note = row.Address }, actor, cancel);
        return outcome.Succeeded && await Decide(id, CandidateState.Accepted, actor, "", outcome.ItemId, cancel);
    }

    /// <summary>Adds a candidate to the sources of an update that is there, as a draft over it.</summary>
    internal async Task<bool> Merge(Guid id, Guid update, Actor actor, CancellationToken cancel)
    {
        if (await New(id, cancel) is not { } row || await reader.Find(current.Region, update, cancel) is not { } item || item.Type != RegulatoryUpdate.TypeId || item.Region != current.Region.Id)
            return false;
        var data = item.Data.DeepClone().AsObject();
        if (data["sources"] is not JsonArray sources)
            data["sources"] = sources = [];
        sources.Add((JsonNode)SourceOf(row));
        var outcome = await writer.Save(new ItemDraft { Id = item.Id, Type = item.Type, Slug = item.Slug, Overrides = item.Overrides, Data = data, Status = Status.Draft, Review = item.Review, Note = row.Address }, actor, cancel);
        return outcome.Succeeded && await Decide(id, CandidateState.Merged, actor, "", item.Id, cancel);
    }

    internal Task<bool> Reject(Guid id, string reason, Actor actor, CancellationToken cancel) => Decide(id, CandidateState.Rejected, actor, Short(reason.Trim(), 1000), null, cancel);

    private Task<CandidateRow?> New(Guid id, CancellationToken cancel)
    {
        var region = current.Region.Id;
        return db.Set<CandidateRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == region && row.State == CandidateState.New, cancel);
    }

    private async Task<bool> Decide(Guid id, string state, Actor actor, string note, Guid? item, CancellationToken cancel)
    {
        var region = current.Region.Id;
        if (!actor.May(ContentPermissions.Edit) || await db.Set<CandidateRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == region && row.State == CandidateState.New, cancel) is not { } row)
            return false;
        (row.State, row.DecidedAt, row.DecidedBy, row.Note, row.ItemId) = (state, clock.GetUtcNow().UtcDateTime, actor.Name, note, item);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static JsonObject SourceOf(CandidateRow row)
    {
        var source = new JsonObject { ["title"] = Short($"{row.Source}: {row.Title}", 300) };
        if (Content.Prose.SafeAddress.IsSafe(row.Address))
            source["url"] = row.Address;
        if (row.Date is { } day)
            source["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return source;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
