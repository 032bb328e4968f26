using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Workflow;

/// <summary>What reviewers and authors say to each other about an item, field by field. For one scope.</summary>
public sealed class Remarks(HubDb db, CurrentRegion current, Notices notices, Staff staff, ChangeLog log, TimeProvider clock)
{
    public const int MaxLength = 2000;

    /// <summary>The remarks on an item, the oldest first.</summary>
    public async Task<IReadOnlyList<RemarkRow>> Of(Guid item, CancellationToken cancel = default) =>
        await db.Set<RemarkRow>().AsNoTracking().Where(row => row.ItemId == item && row.Region == current.Region.Id)
            .OrderBy(row => row.At).ThenBy(row => row.Id).Take(500).ToListAsync(cancel);

    /// <summary>Adds a remark; its author, and all who said something before, are told.</summary>
    /// <param name="field">Name of the field; empty for the whole item.</param>
    public async Task<Outcome> Add(Guid id, string field, string text, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContentPermissions.Edit))
            return new Outcome(OutcomeKind.Forbidden);
        text = CleanText.Lines(text);
        if (text.Length is 0 or > MaxLength)
            return new Outcome(OutcomeKind.Invalid, id, 0, new Issue("remark", IssueKind.Invalid, Texts.Get(text.Length == 0 ? "RemarkMissing" : "TextTooLong", text.Length, MaxLength)));
        await using var transaction = await db.BeginWriting(cancel);
        await log.TakeTurn(current.Region.Id, cancel);
        var item = await db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);
        if (item is null)
            return new Outcome(OutcomeKind.NotFound);
        var remark = new RemarkRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = item.Region, ItemId = id, Field = CleanText.Cut(CleanText.Line(field), 100),
            Author = actor.Name, At = clock.GetUtcNow().UtcDateTime, Text = text,
        };
        var names = await db.Set<RemarkRow>().Where(row => row.ItemId == id).Select(row => row.Author)
            .Union(db.Versions.Where(version => version.ItemId == id && version.Number == item.LatestVersion).Select(version => version.Author))
            .ToListAsync(cancel);
        db.Add(remark);
        var people = new List<Guid>();
        foreach (var name in names)
        {
            if (await staff.Find(name, cancel) is { } person)
                people.Add(person);
        }

        await notices.Tell(people, actor, $"{remark.Id} nota", "nota", id, item.Title, text, cancel);
        log.Audit(item.Region, actor, "remark.added", $"{item.Section}/{item.Slug}", remark.Field);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome(OutcomeKind.Done, id, item.Stamp);
    }

    /// <summary>Marks a remark as dealt with.</summary>
    public async Task<Outcome> Settle(Guid item, Guid remark, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(ContentPermissions.Edit))
            return new Outcome(OutcomeKind.Forbidden);
        var now = clock.GetUtcNow().UtcDateTime;
        var settled = await db.Set<RemarkRow>()
            .Where(row => row.Id == remark && row.ItemId == item && row.Region == current.Region.Id && row.SettledAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.SettledAt, now).SetProperty(r => r.SettledBy, actor.Name), cancel);
        return new Outcome(settled == 1 ? OutcomeKind.Done : OutcomeKind.NotFound, item);
    }
}
