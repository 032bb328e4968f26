using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Accounts;
using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Tables;

/// <summary>Who of the region took a proposal on or decided on an organisation, as personal data. Contributors without an account have a way of their own.</summary>
internal sealed class ReviewersNames(HubDb db) : IPersonalData
{
    public string Name => "contributions";

    public async Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel) => JsonSerializer.SerializeToNode(new
    {
        claimed = await db.Set<ProposalRow>().AsNoTracking().Where(row => row.ClaimedBy == person.Name).Select(row => new { row.Region, row.Id, row.Title }).ToListAsync(cancel),
        decided = await db.Set<PartnerRow>().AsNoTracking().Where(row => row.DecidedBy == person.Name).Select(row => new { row.Region, row.Id, row.Name }).ToListAsync(cancel),
    });

    public async Task Rename(string former, string name, CancellationToken cancel)
    {
        await db.Set<ProposalRow>().Where(row => row.ClaimedBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.ClaimedBy, name), cancel);
        await db.Set<PartnerRow>().Where(row => row.DecidedBy == former).ExecuteUpdateAsync(row => row.SetProperty(r => r.DecidedBy, name), cancel);
    }

    /// <summary>A proposal that the person had taken on is free for others; the rest stays under the pseudonym.</summary>
    public Task Forget(AccountOwner person, CancellationToken cancel) =>
        db.Set<ProposalRow>().Where(row => row.ClaimedBy == person.Name).ExecuteUpdateAsync(row => row.SetProperty(r => r.ClaimedBy, ""), cancel);
}
