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

/// <summary>Puts versions before readers and takes them away, within a mutation's transaction. For one scope.</summary>
public sealed class LiveItems(
    HubDb db, CurrentRegion current, VocabularyReader vocabularies, ChangeLog log, EnabledExtensions extensions, TimeProvider clock)
{
    internal async Task Publish(ItemRow item, TypeDefinition type, DateOnly? published, Actor actor, CancellationToken cancel)
    {
        item.LiveVersion = item.LatestVersion;
        item.Published = published ?? item.Published ?? RomeTime.Today(clock);
        item.PublishAt = null;
        await db.SaveChangesAsync(cancel);
        var json = await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.LatestVersion)
            .Select(version => version.Data).SingleAsync(cancel);
        var data = JsonNode.Parse(json)!.AsObject();
        await ReplaceValues(item, type, data, cancel);
        await log.Append(item.Region, "published", item.Type, item.Id, cancel);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Published(ItemReader.Item(item, item.LatestVersion, data), cancel);
    }

    internal async Task Withdraw(ItemRow item, TypeDefinition type, CancellationToken cancel)
    {
        item.LiveVersion = null;
        item.WithdrawAt = null;
        await db.Values.Where(value => value.ItemId == item.Id).ExecuteDeleteAsync(cancel);
        await log.Append(item.Region, "withdrawn", item.Type, item.Id, cancel);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Withdrawn(item.Id, type, cancel);
    }

    private async Task ReplaceValues(ItemRow item, TypeDefinition type, JsonObject data, CancellationToken cancel)
    {
        await db.Values.Where(value => value.ItemId == item.Id).ExecuteDeleteAsync(cancel);
        var terms = await vocabularies.Read(current.Region, cancel);
        db.Values.AddRange(
            from field in type.Fields
            where !field.IsPersonal && data[field.Name] is not null
            from value in field.Kind.Values(data[field.Name]!, field, terms.Above)
            select new ValueRow { ItemId = item.Id, Field = field.Name, Text = value.Text, Number = value.Number });
    }
}
