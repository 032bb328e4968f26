using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Items;

/// <summary>
/// The only way to change what is known of an item beside its versions: permission, the change, the values by which lists
/// filter, audit and change row in one transaction. The item's text and the day of its last change stay. For one scope.
/// </summary>
public sealed class TraitWriter(
    HubDb db, CurrentRegion current, ContentTypes types, ItemTraits traits, VocabularyReader vocabularies, ChangeLog log, ChangeSignal signal)
{
    /// <param name="permission">Empty when anybody may.</param>
    /// <param name="action">For the audit, such as <c>practice.certified</c>.</param>
    /// <param name="change">
    /// Adds to and changes the context's rows, or says what is wrong: then nothing is stored. Null means that there is nothing
    /// to change.
    /// </param>
    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public async Task<Outcome> Change(
        Guid id, Actor actor, string permission, string action, string detail, Func<ItemRow, Task<IReadOnlyList<Issue>?>> change, CancellationToken cancel = default)
    {
        try
        {
            await using var transaction = await db.BeginWriting(cancel);
            await log.TakeTurn(current.Region.Id, cancel);
            var item = await db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);
            if (item is null || types.Find(item.Type) is not { } type)
                return new Outcome(OutcomeKind.NotFound);
            if (permission.Length > 0 && !actor.May(permission))
                return new Outcome(OutcomeKind.Forbidden, id, item.Stamp);
            if (await change(item) is not { } issues)
                return new Outcome(OutcomeKind.Unchanged, id, item.Stamp);
            if (issues.Count > 0)
                return new Outcome(OutcomeKind.Invalid, id, item.Stamp, issues);
            log.Audit(item.Region, actor, action, $"{item.Section}/{item.Slug}", detail);
            await db.SaveChangesAsync(cancel);
            if (item.LiveVersion is not null)
                await Tell(item, type, cancel);
            await transaction.CommitAsync(cancel);
            if (item.LiveVersion is not null)
                signal.Raise(item.Region);
            return new Outcome(OutcomeKind.Done, id, item.Stamp);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task Tell(ItemRow item, TypeDefinition type, CancellationToken cancel)
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.LiveVersion)
            .Select(version => version.Data).SingleAsync(cancel))!.AsObject();
        var names = type.Traits.Select(field => field.Name).ToList();
        await db.Values.Where(value => value.ItemId == item.Id && names.Contains(value.Field)).ExecuteDeleteAsync(cancel);
        var known = await traits.Of(current.Region, [ItemReader.Item(item, item.LiveVersion!.Value, data)], cancel);
        if (known.TryGetValue(item.Id, out var values))
            db.Values.AddRange(LiveItems.Values(item, type with { Fields = type.Traits }, values, await vocabularies.Read(current.Region, cancel)));
        await log.Append(item.Region, "traits", item.Type, item.Id, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
