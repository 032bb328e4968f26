using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Hub.Legislation.Impact;
using Hub.Legislation.Sources;
using Microsoft.EntityFrameworkCore;

namespace Hub.Legislation.Tables;

/// <summary>Who closed a check, or decided on something in the inbox, as personal data.</summary>
internal sealed class LegislationPeople(HubDb db) : IPersonalData
{
    public string Name => "legislation";

    public async Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel) => JsonSerializer.SerializeToNode(new
    {
        checks = await db.Set<RecheckRow>().AsNoTracking().Where(row => row.ClosedBy == person.Name).Select(row => new { row.Region, row.ItemId, row.Note, row.ClosedAt }).ToListAsync(cancel),
        decisions = await db.Set<CandidateRow>().AsNoTracking().Where(row => row.DecidedBy == person.Name).Select(row => new { row.Region, row.Title, row.Note, row.DecidedAt }).ToListAsync(cancel),
    });

    public async Task Rename(string former, string name, CancellationToken cancel)
    {
        await db.Set<RecheckRow>().Where(row => row.ClosedBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.ClosedBy, name), cancel);
        await db.Set<CandidateRow>().Where(row => row.DecidedBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.DecidedBy, name), cancel);
    }

    /// <summary>What was decided is of use to others: it stays under the pseudonym.</summary>
    public Task Forget(AccountOwner person, CancellationToken cancel) => Task.CompletedTask;
}
