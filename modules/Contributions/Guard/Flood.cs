using Hub.Content.Storage;
using Hub.Contributions.Tables;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Guard;

/// <summary>
/// Tells when more proposals begin in a region than people write, from however many addresses. The form then asks every
/// stranger's browser for a proof; whoever is known goes on as ever. For one scope.
/// </summary>
public sealed class Flood(HubDb db, CurrentRegion current, TimeProvider clock)
{
    /// <summary>So many in <see cref="Window"/> are still people: a whole course that tries the form.</summary>
    public const int Most = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task<bool> IsOn(CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow().UtcDateTime - Window;
        return await db.Set<ProposalRow>().CountAsync(row => row.Region == current.Region.Id && row.CreatedAt > since, cancel) >= Most;
    }
}
