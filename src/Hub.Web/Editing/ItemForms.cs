using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Editing;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Content.Vocabularies;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Editing;

/// <summary>Makes the forms of items, and reads what was typed into them. For one scope.</summary>
public sealed class ItemForms(CurrentRegion current, DeskItems items, ItemReader reader, VocabularyReader vocabularies, Remarks remarks, Unsaved unsaved)
{
    /// <summary>The form as stored, or as the person left it when they did not save.</summary>
    /// <param name="overridden">For a new item: the national item that it is to replace, whose values it begins with.</param>
    public async Task<ItemForm> Open(Guid id, TypeDefinition type, DeskItem? stored, Item? overridden, Actor actor, CancellationToken cancel)
    {
        var kept = await unsaved.Find(id, actor, cancel);
        var typed = kept is null ? null : Restore(kept.Form!);
        if (typed is not null)
            return await Make(id, type, stored, typed, [], "", actor, cancel) with { KeptAt = kept!.At };
        var data = (stored is null ? overridden : await items.Version(id, null, cancel))?.Data ?? [];
        return await Make(id, type, stored, new TypedItem(stored is null && overridden is null ? await Begun(id, type, cancel) : Written(type, data), stored?.Stamp ?? 0)
        {
            Slug = stored?.Slug ?? "", Review = Day(stored?.Review), WithdrawAt = FormDates.Local(stored?.WithdrawAt), PublishAt = FormDates.Local(stored?.PublishAt),
            Overrides = stored is null ? overridden?.Id : stored.Overrides,
        }, [], "", actor, cancel);
    }

    /// <summary>The form with what was typed, and what is wrong with it.</summary>
    public async Task<ItemForm> Make(
        Guid id, TypeDefinition type, DeskItem? stored, TypedItem typed, IReadOnlyList<Issue> issues, string message, Actor actor, CancellationToken cancel)
    {
        var rules = WorkflowRules.Of(current.Region).For(type.Id);
        var needsSecond = rules.SecondPerson && stored?.Author == actor.Name;
        return new ItemForm(id, type, stored, typed, await Choices(id, type, cancel), issues, message)
        {
            MayPublishOwn = actor.May(ContentPermissions.Publish) && !rules.SecondPerson,
            MayPublish = actor.May(ContentPermissions.Publish) && (!needsSecond || stored?.Status is Status.Approved or Status.Scheduled or Status.ToRecheck or Status.Published),
            MayReview = actor.May(ContentPermissions.Review) && !needsSecond,
            MayDelete = stored is { Live: null, WasRead: false, Status: Status.Draft or Status.ToComplete or Status.Withdrawn }
                && (stored.Author == actor.Name || actor.May(ContentPermissions.Publish)),
            Others = await unsaved.Others(id, actor, cancel),
            Reason = stored?.Status == Status.ToComplete ? await items.Reason(stored, cancel) : "",
        };
    }

    /// <summary>The form with what differs between the stored version and what was typed.</summary>
    public async Task<ItemForm> Compared(ItemForm form, CancellationToken cancel)
    {
        var stored = await items.Version(form.Id, null, cancel);
        var readable = new ReadableValue(form.Choices, isSource: true);
        return form with
        {
            Against = [.. form.Type.Fields
                .Select(field => new FieldDifference(field.Label, Difference.Of(readable.Of(field, stored?.Data[field.Name]), readable.OfTyped(field, form.Typed.Values[field.Name]))))
                .Where(field => field.Parts.Any(part => part.Kind != 0))],
        };
    }

    /// <summary>What was typed.</summary>
    public static TypedItem Read(IFormCollection form, TypeDefinition type) => new(FormValues.Read(form, type.Fields), Number(form["_stamp"]))
    {
        Slug = Text(form, "_slug"), Review = Text(form, "_review"), PublishAt = Text(form, "_publishAt"), WithdrawAt = Text(form, "_withdrawAt"),
        Note = Text(form, "_note"), IsNotePublic = form.ContainsKey("_public"), Overrides = Guid.TryParse(form["_overrides"], out var id) ? id : null,
    };

    /// <summary>What is to be saved, or what is wrong with the fields around the content.</summary>
    /// <param name="isLive">Readers see the item: its address stays unless another is asked for.</param>
    public static (ItemDraft Draft, IReadOnlyList<Issue> Issues) Draft(Guid id, TypeDefinition type, TypedItem typed, Status status, bool isLive)
    {
        var issues = new List<Issue>();
        var draft = new ItemDraft
        {
            Id = id, Type = type.Id, Data = typed.Values.DeepClone().AsObject(), Stamp = typed.Stamp,
            Slug = typed.Slug.Length > 0 ? typed.Slug : isLive || typed.Overrides is not null ? null : "",
            Status = status, Note = typed.Note, IsNotePublic = typed.IsNotePublic, Overrides = typed.Overrides,
            Review = ReadDay("_review", typed.Review, issues), PublishAt = ReadMoment("_publishAt", typed.PublishAt, issues), WithdrawAt = ReadMoment("_withdrawAt", typed.WithdrawAt, issues),
        };
        return (draft, issues);
    }

    /// <summary>The form as text, to be kept.</summary>
    public static string Keep(TypedItem typed) => JsonSerializer.Serialize(typed, ContentJson.Options);

    /// <summary>An item as it would be if what was typed were saved. Values that can't be read are left out.</summary>
    public async Task<Item> Preview(Guid id, TypeDefinition type, DeskItem? stored, TypedItem typed, DateOnly today, CancellationToken cancel)
    {
        var choices = await Choices(id, type, cancel);
        var reading = new FieldReading(choices.Vocabularies, path => Guid.TryParse(choices.Find(path)?.Id, out var found) ? found : null);
        var data = type.Read(typed.Values.DeepClone().AsObject(), reading);
        var slug = typed.Slug.Length > 0 ? typed.Slug : stored?.Slug ?? Slug.From(data["title"]?.ToString() ?? "");
        return new Item
        {
            Id = id, Region = current.Region.Id, Type = type.Id, Path = $"{type.Section}/{slug}", Slug = slug, Status = Status.Published,
            Version = -1 - (int)(StringComparer.Ordinal.GetHashCode(data.ToJsonString()) & 0x3fffffff), // texts are kept by item and version: each wording is one
            Title = data["title"]?.ToString() ?? "", Summary = data["summary"]?.ToString() ?? "", Data = data, Updated = today, Published = today,
        };
    }

    /// <summary>A form that was kept; null when it can't be read.</summary>
    public static TypedItem? Restore(string form)
    {
        try
        {
            return JsonSerializer.Deserialize<TypedItem>(form, ContentJson.Options);
        }
        catch (JsonException)
        {
            return null; // kept by an older version of the hub
        }
    }

    /// <summary>A new item's values: what is required and can be only one thing is chosen already.</summary>
    private async Task<JsonObject> Begun(Guid id, TypeDefinition type, CancellationToken cancel)
    {
        var choices = await Choices(id, type, cancel);
        var begun = new JsonObject();
        foreach (var field in type.Fields.Where(field => field is { IsRequired: true, KindId: "references", Of.Length: > 0 }))
        {
            if (choices.Referable[field.Of].Take(2).ToList() is [var only])
                begun[field.Name] = new JsonArray(only.Path);
        }

        return begun;
    }

    /// <summary>Values as people write them.</summary>
    public static JsonObject Written(TypeDefinition type, JsonObject data)
    {
        var written = new JsonObject();
        foreach (var field in type.Fields)
        {
            if (data[field.Name] is { } value)
                written[field.Name] = field.Kind.Write(value, field);
        }

        return written;
    }

    /// <summary>What the form of an item offers to choose from, and what was remarked on it.</summary>
    public async Task<Choices> Choices(Guid id, TypeDefinition type, CancellationToken cancel)
    {
        var wanted = Types(type.Fields).Distinct(StringComparer.Ordinal).Where(of => of.Length > 0);
        var all = new List<Referable>();
        foreach (var of in wanted)
        {
            all.AddRange((await reader.All(current.Region, of, cancel)).Select(item => new Referable(item.Id.ToString(), of, item.Path, item.Title)));
            all.AddRange((await items.Unseen(of, cancel)).Select(item => new Referable(item.Id.ToString(), of, item.Path, item.Title)));
        }

        return new Choices(
            await vocabularies.Read(current.Region, cancel),
            all.DistinctBy(item => item.Id, StringComparer.Ordinal).SelectMany(item => new[] { item, item with { Type = "" } }).ToLookup(item => item.Type, StringComparer.Ordinal),
            (await remarks.Of(id, cancel)).ToLookup(remark => remark.Field, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Types(IEnumerable<FieldDefinition> fields) =>
        fields.SelectMany(field => field.KindId == "references" ? [field.Of] : Types(field.Fields));

    /// <summary>A day; null for an empty text, or with an issue for one that is none.</summary>
    public static DateOnly? ReadDay(string field, string text, List<Issue> issues)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        issues.Add(new Issue(field, IssueKind.Invalid, Texts.Get("Edit.NotDay", text)));
        return null;
    }

    /// <summary>A time in Rome as a moment; null for an empty text, or with an issue for one that is no time.</summary>
    public static DateTime? ReadMoment(string field, string text, List<Issue> issues)
    {
        if (text.Length == 0)
            return null;
        var isTime = DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "d/M/yyyy HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (isTime && RomeTime.ToUtc(local) is { } utc)
            return utc;
        issues.Add(new Issue(field, IssueKind.Invalid, isTime ? Texts.Get("Edit.SkippedHour", local) : Texts.Get("Edit.NotMoment", text)));
        return null;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim();

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
