using System.Text.Json.Nodes;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Workflow;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>
/// The only way to change content. Each method checks permission, validates, stores, audits and logs the change in one
/// transaction; pages, imports and the command line all call it. Writers of one region take turns. For one scope.
/// </summary>
/// <remarks>
/// Readers see an item's live version: a draft over it changes nothing for them. Address, override and hiding belong to
/// the item and not to a version: changing them on an item that readers see takes effect at once and needs the
/// permission to publish.
/// </remarks>
public sealed partial class ItemWriter(
    HubDb db, CurrentRegion current, ContentTypes types, ItemCheck check, ItemAddresses addresses, LiveItems live,
    ChangeLog log, ChangeSignal signal, Notices notices, MediaUses uses, EnabledExtensions extensions, TimeProvider clock)
{
    /// <summary>
    /// Creates an item or gives it a new version. Unchanged values make no version. The draft's status must be one that a
    /// draft may go to, or the one in which the item is being reviewed or completed; only the hub itself and national
    /// administrators may store any other.
    /// </summary>
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
        InTransaction(() => MoveItem(id, to, stamp, actor, CleanText.Lines(reason), at, cancel), cancel);

    /// <summary>Says that what readers see was checked today and holds.</summary>
    /// <param name="next">When it is to be checked again; null for when the type's rule says, or never.</param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public Task<Outcome> Confirm(Guid id, int? stamp, Actor actor, DateOnly? next = null, CancellationToken cancel = default) =>
        InTransaction(() => ConfirmItem(id, stamp, actor, next, cancel), cancel);

    private static string PermissionFor(Status to) => to switch
    {
        Status.Draft or Status.InReview => ContentPermissions.Edit,
        Status.ToComplete or Status.Approved => ContentPermissions.Review,
        _ => ContentPermissions.Publish,
    };

    private async Task<Outcome> SaveDraft(ItemDraft draft, Actor actor, CancellationToken cancel)
    {
        if (types.Find(draft.Type) is not { } type)
            return new Outcome(OutcomeKind.NotFound, null, 0, new Issue("type", IssueKind.Unknown, Texts.Get("UnknownType", draft.Type)));
        var item = draft.Id is { } id ? await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancel) : null;
        if (item is not null && (item.Region != current.Region.Id || item.Type != type.Id))
            return new Outcome(OutcomeKind.Forbidden, item.Id);
        var stays = draft.Status is Status.InReview or Status.ToComplete && item?.Status == draft.Status.Code();
        if (!actor.May(ContentPermissions.Edit) || (!stays && !actor.May(PermissionFor(draft.Status))))
            return new Outcome(OutcomeKind.Forbidden, item?.Id);
        if (actor.Permissions is not null && !stays && draft.Status != Status.Draft && !Statuses.MayFollow(Status.Draft, draft.Status))
            return NotAllowed(draft.Id, 0, Status.Draft, draft.Status);
        if (WorkflowRules.Of(current.Region).SecondPersonIsNeeded(type.Id, draft.Status, actor.Name, actor) is { } second)
            return new Outcome(OutcomeKind.NotAllowed, item?.Id, item?.Stamp ?? 0, second);
        if (item is not null && draft.Stamp is { } stamp && item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, item.Id, item.Stamp);

        var (data, issues) = await check.Read(draft, type, cancel);
        var (slug, taken) = await addresses.Choose(draft, item, type, data, cancel);
        if (taken is not null)
            issues.Add(taken);
        if (!actor.IsHub)
            issues.AddRange(TimesGoneBy(draft.Status == Status.Scheduled ? draft.PublishAt : null, draft.WithdrawAt));
        if (issues.Exists(issue => issue.Kind != IssueKind.Missing || draft.Status != Status.Draft))
            return new Outcome(OutcomeKind.Invalid, item?.Id, item?.Stamp ?? 0, issues);
        if (item?.Status != draft.Status.Code()
            && await MoveProblems(item ?? NewItem(draft, type, slug), item is null ? null : Statuses.Parse(item.Status), draft.Status, 1, actor, draft.Note, cancel) is { Count: > 0 } refused)
            return new Outcome(OutcomeKind.Invalid, item?.Id, item?.Stamp ?? 0, refused);
        if (item?.LiveVersion is not null && IsElsewhere(item, draft, slug) && !actor.May(ContentPermissions.Publish))
            return new Outcome(OutcomeKind.Forbidden, item.Id, item.Stamp, new Issue("slug", IssueKind.Invalid, Texts.Get("AddressNotAllowed")));
        return await Store(draft, type, item, data, slug, issues, actor, cancel);
    }

    private static bool IsElsewhere(ItemRow item, ItemDraft draft, string slug) =>
        item.Slug != slug || item.Overrides != draft.Overrides || item.IsHidden != draft.IsHidden;

    private async Task<Outcome> Store(
        ItemDraft draft, TypeDefinition type, ItemRow? item, JsonObject data, string slug, List<Issue> issues, Actor actor, CancellationToken cancel)
    {
        var isNew = item is null;
        var isNewText = isNew || !JsonNode.DeepEquals(await db.LatestData(item!, cancel), data);
        if (!isNewText && IsSame(item!, draft, slug))
            return new Outcome(OutcomeKind.Unchanged, item!.Id, item.Stamp);

        item ??= db.Items.Add(NewItem(draft, type, slug)).Entity;
        var before = item.Status;
        var isElsewhere = item.LiveVersion is not null && IsElsewhere(item, draft, slug);
        Apply(draft, slug, data, item, actor);
        if (isNewText)
            AddVersion(item, data, actor, draft);
        await addresses.Keep(item, cancel);
        log.Audit(item.Region, actor, isNew ? "item.created" : "item.saved", $"{item.Section}/{item.Slug}", draft.Note);
        if (item.Status != before)
        {
            log.Audit(item.Region, actor, $"item.{item.Status}", $"{item.Section}/{item.Slug}");
            await notices.Moved(item, draft.Status, actor.Name, actor, "", cancel);
        }

        await Show(item, type, draft.Status, isElsewhere, cancel);
        await db.SaveChangesAsync(cancel);
        await uses.Keep(item, data, cancel);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, item.Id, item.Stamp, issues);
    }

    private void Apply(ItemDraft draft, string slug, JsonObject data, ItemRow item, Actor actor)
    {
        if (item.LiveVersion is null)
            item.Name(data);
        if (item.LiveVersion is null || draft.Status is Status.Published or Status.ToRecheck)
            item.Updated = draft.Updated ?? RomeTime.Today(clock);
        item.Slug = slug;
        item.Overrides = draft.Overrides;
        item.IsHidden = draft.IsHidden;
        item.Published = draft.Published ?? item.Published;
        item.Review = draft.Status == Status.Published && !actor.IsHub ? NextReview(item, draft.Review) : draft.Review;
        item.PublishAt = draft.Status == Status.Scheduled ? draft.PublishAt : null;
        item.WithdrawAt = draft.WithdrawAt;
        item.Status = draft.Status.Code();
        item.Stamp++;
    }

    private DateOnly? NextReview(ItemRow item, DateOnly? asked) => WorkflowRules.Of(current.Region).NextReview(item.Type, asked, RomeTime.Today(clock));

    private void AddVersion(ItemRow item, JsonObject data, Actor actor, ItemDraft draft)
    {
        (item.ChangedAt, item.ChangedBy) = (clock.GetUtcNow().UtcDateTime, actor.Name);
        db.Versions.Add(new VersionRow
        {
            ItemId = item.Id,
            Number = ++item.LatestVersion,
            Data = data.ToJsonString(ContentJson.Options),
            Author = item.ChangedBy,
            At = item.ChangedAt,
            Note = CleanText.Lines(draft.Note),
            IsNotePublic = draft.IsNotePublic && draft.Note.Trim().Length > 0,
        });
    }

    private async Task Show(ItemRow item, TypeDefinition type, Status status, bool isElsewhere, CancellationToken cancel)
    {
        if (status is Status.Published or Status.ToRecheck)
            await live.Publish(item, type, cancel);
        else if (status == Status.Withdrawn && item.LiveVersion is not null)
            await live.Withdraw(item, type, cancel);
        else if (isElsewhere)
            await log.Append(item.Region, "published", item.Type, item.Id, cancel);
    }

    private ItemRow NewItem(ItemDraft draft, TypeDefinition type, string slug)
    {
        var id = draft.Id ?? Guid.CreateVersion7(clock.GetUtcNow());
        return new ItemRow
        {
            Id = id, Region = current.Region.Id, Type = type.Id, Section = type.Section, Slug = slug, Title = "", TitleKey = "", Summary = "",
            Status = Status.Draft.Code(), Language = "it", TranslationSet = id,
        };
    }

    private static bool IsSame(ItemRow item, ItemDraft draft, string slug) =>
        !IsElsewhere(item, draft, slug) && item.Status == draft.Status.Code() && item.Review == draft.Review
        && item.WithdrawAt == draft.WithdrawAt && (draft.Status != Status.Scheduled || item.PublishAt == draft.PublishAt)
        && (draft.Updated is null || draft.Updated == item.Updated) && (draft.Published is null || draft.Published == item.Published);

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
        if (from == to && (to != Status.Scheduled || item.PublishAt == at))
            return new Outcome(OutcomeKind.Unchanged, id, item.Stamp);
        if (from != to && !Statuses.MayFollow(from, to))
            return NotAllowed(id, item.Stamp, from, to);
        if (from is not (Status.Approved or Status.Scheduled or Status.ToRecheck) && WorkflowRules.Of(current.Region).SecondPersonIsNeeded(type.Id, to, item.ChangedBy, actor) is { } second)
            return new Outcome(OutcomeKind.NotAllowed, id, item.Stamp, second);
        IReadOnlyList<Issue> issues = [.. await Obstacles(item, type, to, reason, at, cancel), .. actor.IsHub ? [] : TimesGoneBy(to == Status.Scheduled ? at : null, null)];
        if (issues.Count > 0)
            return new Outcome(OutcomeKind.Invalid, id, item.Stamp, issues);

        if (await MoveProblems(item, from, to, 0, actor, reason, cancel) is { Count: > 0 } refused)
            return new Outcome(OutcomeKind.Invalid, id, item.Stamp, refused);

        if (to == Status.Published && item.LiveVersion != item.LatestVersion)
            item.Updated = RomeTime.Today(clock);
        if (to == Status.Published)
            item.Review = NextReview(item, item.Review);
        item.Status = to.Code();
        item.PublishAt = to == Status.Scheduled ? at : null;
        item.Stamp++;
        log.Audit(item.Region, actor, $"item.{item.Status}", $"{item.Section}/{item.Slug}", reason);
        await notices.Moved(item, to, item.ChangedBy, actor, reason, cancel);
        await Show(item, type, to, false, cancel);
        await uses.Keep(item, null, cancel);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, id, item.Stamp);
    }

    private async Task<Outcome> ConfirmItem(Guid id, int? stamp, Actor actor, DateOnly? next, CancellationToken cancel)
    {
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id && row.LiveVersion != null, cancel);
        if (item is null || types.Find(item.Type) is null)
            return new Outcome(OutcomeKind.NotFound);
        if (!actor.May(ContentPermissions.Review))
            return new Outcome(OutcomeKind.Forbidden, id, item.Stamp);
        if (stamp is not null && item.Stamp != stamp)
            return new Outcome(OutcomeKind.Conflict, id, item.Stamp);
        if (next <= RomeTime.Today(clock))
            return new Outcome(OutcomeKind.Invalid, id, item.Stamp, new Issue("next", IssueKind.Invalid, Texts.Get("DayGoneBy")));
        item.Review = NextReview(item, next);
        item.Stamp++;
        log.Audit(item.Region, actor, "item.checked", $"{item.Section}/{item.Slug}", item.Review?.ToString("O") ?? "");
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done, id, item.Stamp);
    }

    private IEnumerable<Issue> TimesGoneBy(DateTime? publishAt, DateTime? withdrawAt)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (publishAt <= now)
            yield return new Issue("publishAt", IssueKind.Invalid, Texts.Get("TimeGoneBy"));
        if (withdrawAt <= now || withdrawAt <= publishAt)
            yield return new Issue("withdrawAt", IssueKind.Invalid, Texts.Get(withdrawAt <= now ? "TimeGoneBy" : "WithdrawnBeforePublished"));
    }

    private static Outcome NotAllowed(Guid? id, int stamp, Status from, Status to) => new(
        OutcomeKind.NotAllowed, id, stamp, new Issue("status", IssueKind.Invalid, Texts.Get("StatusNotAllowed", from.Code(), to.Code())));

    /// <summary>What modules say against a move.</summary>
    private async Task<List<Issue>> MoveProblems(ItemRow item, Status? from, Status to, int versionsToCome, Actor actor, string reason, CancellationToken cancel)
    {
        var issues = new List<Issue>();
        var move = new ItemMove(item.Id, item.Region, item.Type, item.LatestVersion + versionsToCome, from, to, actor, reason);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Moving(move, issues, cancel);
        return issues;
    }

    /// <summary>What stands in the way of a move. To be taken back, or marked for a check, values need not be good.</summary>
    private async Task<IReadOnlyList<Issue>> Obstacles(
        ItemRow item, TypeDefinition type, Status to, string reason, DateTime? at, CancellationToken cancel) => to switch
    {
        Status.ToComplete => reason.Length > 0 ? [] : [new Issue("reason", IssueKind.Missing, Texts.Get("ReasonMissing"))],
        Status.Scheduled when at is null => [new Issue("publishAt", IssueKind.Missing, Texts.Get("TimeMissing"))],
        Status.Draft or Status.Withdrawn or Status.ToRecheck => [],
        _ => await check.Obstacles(item, type, cancel),
    };

    private async Task<Outcome> InTransaction(Func<Task<Outcome>> work, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            var outcome = await work();
            if (outcome.Kind != OutcomeKind.Done)
                return outcome;
            await transaction.CommitAsync(cancel);
            if (db.ChangeTracker.Entries<ChangeRow>().Any())
                signal.Raise(current.Region.Id);
            return outcome;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || StorageException.IsDuplicate(e))
        {
            return new Outcome(OutcomeKind.Conflict);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
