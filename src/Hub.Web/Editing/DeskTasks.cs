using Hub.Content.Editing;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Content.Types;
using Hub.Content.Workflow;

namespace Hub.Web.Editing;

/// <summary>What waits for a person in a region: decisions, answers, drafts, things to check again. For one scope.</summary>
public sealed class DeskTasks(DeskItems items, Unsaved unsaved, Notices notices, ContentTypes types)
{
    private const int AtMost = 10;

    public async Task<DeskHome> Of(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(ContentPermissions.Edit))
            return new DeskHome([], [], [], types.All, false);
        var groups = new List<TaskGroup>();
        if (actor.May(ContentPermissions.Review))
            await Add(groups, "review", new DeskQuery { Status = Status.InReview, NotBy = Rules(actor) }, "stato=in-revisione", isMine: true, cancel);
        await Add(groups, "complete", new DeskQuery { Status = Status.ToComplete, Author = actor.Name }, "stato=da-integrare&di=me", isMine: true, cancel);
        if (actor.May(ContentPermissions.Publish))
            await Add(groups, "approved", new DeskQuery { Status = Status.Approved }, "stato=approvato", isMine: true, cancel);
        await Add(groups, "late", new DeskQuery { IsLate = true, Sort = "review" }, "stato=scaduti&ordine=review", isMine: false, cancel);
        await Add(groups, "recheck", new DeskQuery { Status = Status.ToRecheck }, "stato=da-riverificare", isMine: false, cancel);
        await Add(groups, "draft", new DeskQuery { Status = Status.Draft, Author = actor.Name }, "stato=bozza&di=me", isMine: false, cancel);
        await Add(groups, "scheduled", new DeskQuery { Status = Status.Scheduled }, "stato=programmato", isMine: false, cancel);
        return new DeskHome(groups, await Left(actor, cancel), [.. (await notices.Of(actor, true, cancel)).Take(5)], types.All, true);
    }

    /// <summary>Nobody is asked to review their own text.</summary>
    private static string Rules(Actor actor) => actor.Name;

    private async Task Add(List<TaskGroup> groups, string key, DeskQuery query, string more, bool isMine, CancellationToken cancel)
    {
        var (found, total) = await items.List(query with { Types = [.. types.All.Select(type => type.Id)] }, cancel);
        if (total > 0)
            groups.Add(new TaskGroup(key, [.. found.Take(AtMost)], total, more, isMine));
    }

    /// <summary>What the person left without saving.</summary>
    private async Task<IReadOnlyList<UnsavedText>> Left(Actor actor, CancellationToken cancel)
    {
        var left = new List<UnsavedText>();
        foreach (var row in await unsaved.Of(actor, cancel))
        {
            if (types.Find(row.Type) is { } type)
                left.Add(new UnsavedText(row.ItemId, type, ItemForms.Restore(row.Form!)?.Values["title"]?.ToString() ?? "", row.At));
        }

        return left;
    }
}

/// <summary>The first page of the back office.</summary>
public sealed record DeskHome(
    IReadOnlyList<TaskGroup> Groups, IReadOnlyList<UnsavedText> Left, IReadOnlyList<NoticeRow> Notices, IReadOnlyList<TypeDefinition> Types, bool MayEdit);

/// <summary>Contents that wait for the same thing.</summary>
/// <param name="Key">Names the texts <c>Task.key</c>.</param>
/// <param name="More">Query of the list that shows all.</param>
/// <param name="IsMine">It is this person's turn.</param>
public sealed record TaskGroup(string Key, IReadOnlyList<DeskItem> Items, int Total, string More, bool IsMine);

/// <summary>A text that was typed and not saved.</summary>
/// <param name="At">UTC.</param>
public sealed record UnsavedText(Guid Id, TypeDefinition Type, string Title, DateTime At);
