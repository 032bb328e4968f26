using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Editing;

/// <summary>The editors' desk as personal data: what somebody wrote, is writing, remarked and was told.</summary>
internal sealed class EditingData(HubDb db) : IPersonalData
{
    public string Name => "desk";

    public async Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel) => JsonSerializer.SerializeToNode(new
    {
        Versions = await db.Versions.AsNoTracking().Where(row => row.Author == person.Name).OrderBy(row => row.At)
            .Select(row => new { row.ItemId, row.Number, row.At, row.Note }).ToListAsync(cancel),
        Unsaved = await db.Set<UnsavedRow>().AsNoTracking().Where(row => row.Person == person.Name).Select(row => new { row.ItemId, row.Region, row.At, row.Form }).ToListAsync(cancel),
        Filters = await db.Set<SavedFilterRow>().AsNoTracking().Where(row => row.Person == person.Name).Select(row => new { row.Region, row.Name, row.Query }).ToListAsync(cancel),
        Remarks = await db.Set<RemarkRow>().AsNoTracking().Where(row => row.Author == person.Name).OrderBy(row => row.At)
            .Select(row => new { row.Region, row.ItemId, row.At, row.Text }).ToListAsync(cancel),
        Notices = await db.Set<NoticeRow>().AsNoTracking().Where(row => row.UserId == person.Id).OrderBy(row => row.At)
            .Select(row => new { row.Region, row.Kind, row.Title, row.Detail, row.At, row.SeenAt }).ToListAsync(cancel),
        Doings = await db.Audit.IgnoreQueryFilters().AsNoTracking().Where(row => row.Actor == person.Name).OrderBy(row => row.At)
            .Select(row => new { row.Region, row.At, row.Action, row.Target }).ToListAsync(cancel),
    }, ContentJson.Options);

    public async Task Rename(string former, string name, CancellationToken cancel)
    {
        await db.Versions.Where(row => row.Author == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.Author, name), cancel);
        await db.Set<UnsavedRow>().Where(row => row.Person == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.Person, name), cancel);
        await db.Set<SavedFilterRow>().Where(row => row.Person == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.Person, name), cancel);
        await db.Set<RemarkRow>().Where(row => row.Author == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.Author, name), cancel);
        await db.Set<RemarkRow>().Where(row => row.SettledBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.SettledBy, name), cancel);
    }

    public async Task Forget(AccountOwner person, CancellationToken cancel)
    {
        await db.Set<UnsavedRow>().Where(row => row.Person == person.Name).ExecuteDeleteAsync(cancel);
        await db.Set<SavedFilterRow>().Where(row => row.Person == person.Name).ExecuteDeleteAsync(cancel);
        await db.Set<NoticeRow>().Where(row => row.UserId == person.Id).ExecuteDeleteAsync(cancel);
    }
}
