using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>
/// The only way to change content. Each method checks permission, validates, stores, audits and logs the change in one
/// transaction; pages, imports and the command line all call it. For one scope.
/// </summary>
public sealed class ItemWriter(
    HubDb db, CurrentRegion current, ContentTypes types, VocabularyReader vocabularies, ItemAddresses addresses, LiveItems live,
    ChangeLog log, ChangeSignal signal, EnabledExtensions extensions, TimeProvider clock)
{
    /// <summary>Creates an item or gives it a new version. Unchanged values make no version.</summary>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<Outcome> Save(ItemDraft draft, Actor actor, CancellationToken cancel = default) =>
        InTransaction(() => SaveDraft(draft, actor, cancel), cancel);

    /// <summary>Moves an item along its life: submits, sends back, approves, schedules, publishes, withdraws.</summary>
    /// <param name="stamp">The stamp that the decision is based on; null to move it whatever it is.</param>
    /// <param name="reason">Required to send back; kept in the audit trail.</param>
    /// <param name="at">UTC; required to schedule.</param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<Outcome> Move(
        Guid id, Status to, int? stamp, Actor actor, string reason = "", DateTime? at = null, CancellationToken cancel = default) =>
        InTransaction(() => MoveItem(id, to, stamp, actor, reason, at, cancel), cancel);

    private static string PermissionFor(Status to) => to switch
    {
        Status.Draft or Status.InReview => ContentPermissions.Edit,
        Status.ToComplete or Status.Approved => ContentPermissions.Review,
        _ => ContentPermissions.Publish,
    };

    private async Task<Outcome> SaveDraft(ItemDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(ContentPermissions.Edit) || !actor.May(PermissionFor(draft.Status)))
            return new Outcome(OutcomeKind.Forbidden);
        if (types.Find(draft.Type) is not { } type)
            return new Outcome(OutcomeKind.NotFound, null, 0, new Issue("type", IssueKind.Unknown, Texts.Get("UnknownType", draft.Type)));

        var item = draft.Id is { } id ? await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancel) : null;
        if (item is not null && item.Region != current.Region.Id)
            return new Outcome(OutcomeKind.Forbidden, item.Id);
        if (item is not null && draft.Stamp is { } stamp && item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, item.Id, item.Stamp);

        var (data, issues) = await Read(draft, type, cancel);
        var blocking = draft.Status is Status.Draft ? issues.Where(issue => issue.Kind != IssueKind.Missing) : issues;
        if (blocking.Any())
            return new Outcome(OutcomeKind.Invalid, item?.Id, item?.Stamp ?? 0, issues);

        var slug = await addresses.Choose(draft, item, type, data, cancel);
        if (slug.Issue is { } taken)
            return new Outcome(OutcomeKind.Invalid, item?.Id, item?.Stamp ?? 0, [.. issues, taken]);
        return await Store(draft, type, item, data, slug.Slug, issues, actor, cancel);
    }

    private async Task<(JsonObject Data, List<Issue> Issues)> Read(ItemDraft draft, TypeDefinition type, CancellationToken cancel)
    {
        if (draft.IsHidden)
            return ([], draft.Overrides is null ? [new Issue("overrides", IssueKind.Missing, Texts.Get("HiddenWithoutOverride"))] : []);
        var known = await addresses.All(cancel);
        var reading = new FieldReading(await vocabularies.Read(current.Region, cancel), path => known.TryGetValue(path, out var id) ? id : null);
        var data = type.Read(draft.Data, reading);
        var issues = reading.Issues.ToList();
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Saving(type, data, issues, cancel);
        return (data, issues);
    }

    private async Task<Outcome> Store(
        ItemDraft draft, TypeDefinition type, ItemRow? item, JsonObject data, string slug, List<Issue> issues, Actor actor, CancellationToken cancel)
    {
        var json = data.ToJsonString(ContentJson.Options);
        var title = data["title"]?.ToString() ?? "";
        var isNew = item is null;
        if (item is not null && await IsSame(item, draft, slug, json, cancel))
            return new Outcome(OutcomeKind.Unchanged, item.Id, item.Stamp);

        item ??= NewItem(draft, type, slug);
        item.Title = title;
        item.Summary = data["summary"]?.ToString() ?? "";
        item.Slug = slug;
        item.Overrides = draft.Overrides;
        item.IsHidden = draft.IsHidden;
        item.Review = draft.Review;
        item.Updated = draft.Updated ?? RomeTime.Today(clock);
        item.Status = draft.Status.Code();
        item.LatestVersion++;
        item.Stamp++;
        if (isNew)
            db.Items.Add(item);
        db.Versions.Add(new VersionRow
        {
            ItemId = item.Id, Number = item.LatestVersion, Data = json, Author = actor.Name, At = clock.GetUtcNow().UtcDateTime, Note = draft.Note,
        });
        await addresses.Keep(item, cancel);
        log.Audit(item.Region, actor, isNew ? "item.created" : "item.saved", $"{item.Section}/{item.Slug}", draft.Note);
        if (draft.Status is Status.Published or Status.ToRecheck)
            await live.Publish(item, type, draft.Published, actor, cancel);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, item.Id, item.Stamp, issues);
    }

    private ItemRow NewItem(ItemDraft draft, TypeDefinition type, string slug)
    {
        var id = draft.Id ?? Guid.CreateVersion7(clock.GetUtcNow());
        return new ItemRow
        {
            Id = id, Region = current.Region.Id, Type = type.Id, Section = type.Section, Slug = slug, Title = "", Summary = "",
            Status = Status.Draft.Code(), Language = "it", TranslationSet = id,
        };
    }

    private async Task<bool> IsSame(ItemRow item, ItemDraft draft, string slug, string json, CancellationToken cancel)
    {
        var latest = await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.LatestVersion)
            .Select(version => version.Data).SingleAsync(cancel);
        return latest == json && item.Slug == slug && item.Status == draft.Status.Code() && item.IsHidden == draft.IsHidden
            && item.Overrides == draft.Overrides && item.Review == draft.Review
            && (draft.Updated is null || draft.Updated == item.Updated) && (draft.Published is null || draft.Published == item.Published);
    }

    private async Task<Outcome> MoveItem(
        Guid id, Status to, int? stamp, Actor actor, string reason, DateTime? at, CancellationToken cancel)
    {
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);
        if (item is null || types.Find(item.Type) is not { } type)
            return new Outcome(OutcomeKind.NotFound);
        if (!actor.May(PermissionFor(to)))
            return new Outcome(OutcomeKind.Forbidden, id, item.Stamp);
        if (stamp is not null && item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, id, item.Stamp);
        var from = Statuses.Parse(item.Status)!.Value;
        if (from == to && to != Status.Scheduled)
            return new Outcome(OutcomeKind.Unchanged, id, item.Stamp);
        if (!Statuses.MayFollow(from, to) && from != to)
            return new Outcome(OutcomeKind.NotAllowed, id, item.Stamp, new Issue("status", IssueKind.Invalid, Texts.Get("StatusNotAllowed", from.Code(), to.Code())));
        if (await Obstacle(item, type, to, reason, at, cancel) is { Count: > 0 } issues)
            return new Outcome(OutcomeKind.Invalid, id, item.Stamp, issues);

        item.Status = to.Code();
        item.PublishAt = to == Status.Scheduled ? at : null;
        item.Stamp++;
        log.Audit(item.Region, actor, $"item.{to.Code()}", $"{item.Section}/{item.Slug}", reason);
        if (to == Status.Published && item.LiveVersion != item.LatestVersion)
            item.Updated = RomeTime.Today(clock);
        if (to is Status.Published or Status.ToRecheck)
            await live.Publish(item, type, null, actor, cancel);
        else if (to == Status.Withdrawn && item.LiveVersion is not null)
            await live.Withdraw(item, type, cancel);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, id, item.Stamp);
    }

    /// <summary>What stands in the way of a move: fields that a draft may leave open, a reason or a time that is missing.</summary>
    private async Task<IReadOnlyList<Issue>> Obstacle(
        ItemRow item, TypeDefinition type, Status to, string reason, DateTime? at, CancellationToken cancel)
    {
        if (to == Status.ToComplete)
            return reason.Trim().Length > 0 ? [] : [new Issue("reason", IssueKind.Missing, Texts.Get("ReasonMissing"))];
        if (to == Status.Scheduled && at is null)
            return [new Issue("at", IssueKind.Missing, Texts.Get("TimeMissing"))];
        if (to is Status.Draft or Status.Withdrawn || item.IsHidden)
            return [];
        var data = await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.LatestVersion)
            .Select(version => version.Data).SingleAsync(cancel);
        var (_, issues) = await Read(new ItemDraft { Type = type.Id, Data = JsonNode.Parse(data)!.AsObject() }, type, cancel);
        return issues;
    }

    private async Task<Outcome> InTransaction(Func<Task<Outcome>> work, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var outcome = await work();
            if (outcome.Kind != OutcomeKind.Done)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            await transaction.CommitAsync(cancel);
            signal.Raise(current.Region.Id);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome(OutcomeKind.Conflict);
        }
        catch (Exception e) when (StorageException.From(e) is not null)
        {
            throw StorageException.From(e)!;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
