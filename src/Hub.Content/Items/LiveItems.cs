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
    HubDb db, CurrentRegion current, VocabularyReader vocabularies, ItemTraits traits, ChangeLog log, EnabledExtensions extensions, TimeProvider clock)
{
    internal async Task Publish(ItemRow item, TypeDefinition type, CancellationToken cancel)
    {
        var wasShown = item.LiveVersion is not null;
        item.LiveVersion = item.LatestVersion;
        item.Published ??= RomeTime.Today(clock);
        await db.SaveChangesAsync(cancel);
        var data = await db.LatestData(item, cancel);
        item.Name(data);
        if (wasShown)
            await Forget(item, cancel);
        var terms = await vocabularies.Read(current.Region, cancel);
        db.Values.AddRange(Values(item, type, data, terms));
        if ((await traits.Of(current.Region, [ItemReader.Item(item, item.LatestVersion, data)], cancel)).TryGetValue(item.Id, out var known))
            db.Values.AddRange(Values(item, type with { Fields = type.Traits }, known, terms));
        db.Words.Add(new WordsRow { ItemId = item.Id, Text = Words(item, type, data) });
        await log.Append(item.Region, "published", item.Type, item.Id, cancel);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Published(ItemReader.Item(item, item.LatestVersion, data), cancel);
    }

    internal async Task Withdraw(ItemRow item, TypeDefinition type, CancellationToken cancel)
    {
        item.LiveVersion = null;
        item.WithdrawAt = null;
        await Forget(item, cancel);
        await log.Append(item.Region, "withdrawn", item.Type, item.Id, cancel);
        foreach (var handler in extensions.Of<IContentHandler>())
            await handler.Withdrawn(item.Id, type, cancel);
    }

    /// <summary>The rows by which lists filter and sort: a term counts for those above it and for what says the same. Personal data has none.</summary>
    internal static IEnumerable<ValueRow> Values(ItemRow item, TypeDefinition type, JsonObject data, VocabularySet terms) =>
        from field in type.Fields
        where !field.IsPersonal && data[field.Name] is not null
        from value in field.Kind.Values(data[field.Name]!, field, terms.CountsFor)
        select new ValueRow
        {
            ItemId = item.Id, Field = field.Name, Text = value.Text, TextKey = CleanText.Cut(FoldedText.Of(value.Text), 200), Number = value.Number,
        };

    private static string Words(ItemRow item, TypeDefinition type, JsonObject data) => FoldedText.Of(string.Join(
        '\n',
        (from field in type.Fields
            where field.Weight > 0 && !field.IsPersonal && data[field.Name] is not null
            from words in field.Kind.Words(data[field.Name]!, field)
            select words).Prepend(item.Summary).Prepend(item.Title).Distinct(StringComparer.Ordinal)));

    private async Task Forget(ItemRow item, CancellationToken cancel)
    {
        await db.Values.Where(value => value.ItemId == item.Id).ExecuteDeleteAsync(cancel);
        await db.Words.Where(words => words.ItemId == item.Id).ExecuteDeleteAsync(cancel);
    }
}
