using Hub.Content;
using Hub.Content.Storage;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>What a region has to answer, the most urgent first. For one scope.</summary>
public sealed class ReviewQueue(HubDb db, CurrentRegion current, ReviewRules rules, TimeProvider clock)
{
    private const int Most = 200;

    /// <param name="state">One of <see cref="ProposalState"/>; what waits for the region when null.</param>
    /// <param name="claimedBy">Only what this account took on; all when null.</param>
    public async Task<IReadOnlyList<QueuedProposal>> Of(string? state, string? claimedBy, CancellationToken cancel = default)
    {
        var wanted = state ?? ProposalState.Sent;
        var rows = db.Set<ProposalRow>().AsNoTracking().Where(row => row.Region == current.Region.Id && row.State == wanted && row.State != ProposalState.Draft);
        if (claimedBy is not null)
            rows = rows.Where(row => row.ClaimedBy == claimedBy);
        return await Read(rows.OrderBy(row => row.DueOn == null).ThenBy(row => row.DueOn).ThenByDescending(row => row.ChangedAt).ThenBy(row => row.Id).Take(Most), cancel);
    }

    /// <summary>What waits for the legal reviewer.</summary>
    public async Task<IReadOnlyList<QueuedProposal>> ForLegal(CancellationToken cancel = default)
    {
        var waiting = new List<QueuedProposal>();
        foreach (var queued in await Of(null, null, cancel))
        {
            var version = await db.Items.Where(item => item.Id == queued.Row.Id).Select(item => item.LatestVersion).SingleOrDefaultAsync(cancel);
            if (await rules.NeedsLegal(queued.Row, cancel)
                && !await db.Set<DecisionRow>().AnyAsync(row => row.ProposalId == queued.Row.Id && row.Kind == ReviewRules.Legal && row.IsAssent && row.Version == version, cancel))
                waiting.Add(queued);
        }

        return waiting;
    }

    /// <summary>How many stand in each state.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(CancellationToken cancel = default) => await db.Set<ProposalRow>()
        .Where(row => row.Region == current.Region.Id && row.State != ProposalState.Draft).GroupBy(row => row.State)
        .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancel);

    private async Task<IReadOnlyList<QueuedProposal>> Read(IQueryable<ProposalRow> rows, CancellationToken cancel)
    {
        var today = RomeTime.Today(clock);
        var found = await rows.ToListAsync(cancel);
        var organisations = found.Select(row => row.OrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<PartnerRow>().AsNoTracking().Where(row => organisations.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return [.. found.Select(row => new QueuedProposal(row, row.OrganisationId is { } id ? names.GetValueOrDefault(id, "") : "", row.DueOn is { } due ? due.DayNumber - today.DayNumber : null))];
    }
}

/// <summary>A proposal in the queue.</summary>
/// <param name="Organisation">Its name; empty when it came from nobody's.</param>
/// <param name="DaysLeft">Below zero for a late one; null when it isn't the region's turn.</param>
public sealed record QueuedProposal(ProposalRow Row, string Organisation, int? DaysLeft)
{
    public bool IsLate => DaysLeft < 0;
}
