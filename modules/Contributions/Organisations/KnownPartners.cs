using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Organisations;

/// <summary>The organisations that propose in a region, and what stands in the way of knowing one twice. For one scope.</summary>
public sealed class KnownPartners(HubDb db, CurrentRegion current, ItemReader reader)
{
    /// <summary>The type of their pages.</summary>
    public const string Type = "ente";

    private const int MostHints = 5;

    public Task<PartnerRow?> Find(Guid? id, CancellationToken cancel = default) =>
        db.Set<PartnerRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == current.Region.Id, cancel);

    /// <summary>All, those that wait first.</summary>
    public async Task<IReadOnlyList<PartnerRow>> All(CancellationToken cancel = default) =>
        [.. (await db.Set<PartnerRow>().AsNoTracking().Where(row => row.Region == current.Region.Id).OrderByDescending(row => row.Id).Take(500).ToListAsync(cancel))
            .OrderBy(row => row.State switch { PartnerState.Waiting => 0, PartnerState.Invited => 1, _ => 2 })];

    /// <summary>Whether what an organisation sends is no longer moderated as the first time: the region trusts it, and has published something of it.</summary>
    public async Task<bool> IsTrusted(Guid? id, CancellationToken cancel = default) =>
        await Find(id, cancel) is { IsTrusted: true, State: PartnerState.Recognised }
        && await db.Set<ProposalRow>().AnyAsync(row => row.OrganisationId == id && row.Region == current.Region.Id && row.State == ProposalState.Published, cancel);

    /// <summary>Pages of organisations with the same name or the same fiscal code: told, never in the way.</summary>
    public async Task<IReadOnlyList<Item>> Like(string name, string fiscalCode, CancellationToken cancel = default)
    {
        var key = FoldedText.Of(name);
        return [.. (await reader.All(current.Region, Type, cancel))
            .Where(item => (key.Length > 0 && FoldedText.Of(item.Title) == key) || (fiscalCode.Length > 0 && item.Data["fiscalCode"]?.ToString() == fiscalCode))
            .Take(MostHints)];
    }
}
