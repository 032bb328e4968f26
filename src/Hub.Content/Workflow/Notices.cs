using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Workflow;

/// <summary>
/// Tells people what happened to content that they work on: in the desk, and by mail as they chose. Nobody is told of
/// their own doing, nor of one occasion twice. For one scope.
/// </summary>
public sealed class Notices(HubDb db, CurrentRegion current, Staff staff, TimeProvider clock)
{
    /// <summary>How long a notice that was seen is kept.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>
    /// A move of an item: to a reviewer what waits for one, to its author what was decided. Stored with the next save of the
    /// context, in the transaction of the move.
    /// </summary>
    /// <param name="author">Account name of the version's author.</param>
    internal async Task Moved(ItemRow item, Status to, string author, Actor actor, string reason, CancellationToken cancel)
    {
        var people = to switch
        {
            Status.InReview => await staff.WhoMay(ContentPermissions.Review, current.Region, cancel),
            Status.Approved => await staff.WhoMay(ContentPermissions.Publish, current.Region, cancel),
            _ => [],
        };
        if (to is Status.ToComplete or Status.Approved or Status.Published or Status.Withdrawn && await staff.Find(author, cancel) is { } writer)
            people = [.. people, writer];
        await Tell(people, actor, $"{item.Id} {item.Stamp} {to.Code()}", to.Code(), item.Id, item.Title, reason, cancel);
    }

    /// <summary>Tells people of an occasion; stored with the next save of the context.</summary>
    /// <param name="people">Ids of accounts; some may stand there twice.</param>
    /// <param name="key">Names the occasion.</param>
    public async Task Tell(
        IEnumerable<Guid> people, Actor actor, string key, string kind, Guid? item, string title, string detail, CancellationToken cancel = default)
    {
        people = [.. people];
        if (!people.Any())
            return;
        var doer = actor.IsHub ? null : await staff.Find(actor.Name, cancel);
        var wanted = people.Distinct().Where(person => person != doer).ToList();
        var told = await db.Set<NoticeRow>().AsNoTracking().Where(row => row.Key == key && wanted.Contains(row.UserId)).Select(row => row.UserId).ToListAsync(cancel);
        foreach (var person in wanted.Except(told))
        {
            db.Add(new NoticeRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = current.Region.Id, UserId = person, Key = key, Kind = kind, ItemId = item,
                Title = CleanText.Cut(title, 300), Detail = CleanText.Cut(CleanText.Lines(detail), 1000), At = clock.GetUtcNow().UtcDateTime,
            });
        }
    }

    /// <summary>What a person was told in the region, the newest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> Of(Actor actor, bool unseenOnly, CancellationToken cancel = default)
    {
        if (await staff.Find(actor.Name, cancel) is not { } person)
            return [];
        return await db.Set<NoticeRow>().AsNoTracking()
            .Where(row => row.UserId == person && row.Region == current.Region.Id && (!unseenOnly || row.SeenAt == null))
            .OrderByDescending(row => row.At).Take(100).ToListAsync(cancel);
    }

    /// <summary>The person has seen what they were told, or what they were told of one item.</summary>
    public async Task Seen(Actor actor, Guid? item = null, CancellationToken cancel = default)
    {
        if (await staff.Find(actor.Name, cancel) is not { } person)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<NoticeRow>()
            .Where(row => row.UserId == person && row.Region == current.Region.Id && row.SeenAt == null && (item == null || row.ItemId == item))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.SeenAt, now), cancel);
    }
}
