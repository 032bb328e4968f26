using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Accounts;

/// <summary>
/// Deletes every night what about accounts is kept no longer: sessions and links that ended, invitations nobody answered,
/// accounts that had no role and no sign-in for two years. The times stand in docs/reference/accounts.md.
/// </summary>
internal sealed class TrimAccounts(HubDb db, PersonalData data, TimeProvider clock, ILogger<TrimAccounts> log) : IBackgroundTask
{
    private static readonly TimeSpan Unanswered = TimeSpan.FromDays(30);
    private static readonly TimeSpan Unused = TimeSpan.FromDays(730);
    private const int AtOnce = 100;

    public string Id => "accounts.trim";

    public string Schedule => "40 2 * * *";

    /// <summary>Accounts belong to no region: the national one does it for all.</summary>
    public async Task Run(Region region, CancellationToken cancel)
    {
        if (!region.IsNational)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var (idleSince, startedSince, unansweredSince) = (now - Sessions.Idle, now - Sessions.Longest, now - Unanswered);
        await db.Set<SessionRow>().Where(row => row.Seen < idleSince || row.Started < startedSince).ExecuteDeleteAsync(cancel);
        await db.OneTimeLinks.Where(row => row.Expires < now).ExecuteDeleteAsync(cancel);
        await db.Set<InvitationRow>().Where(row => row.Expires < unansweredSince).ExecuteDeleteAsync(cancel);
        await EraseUnused(now - Unused, cancel);
    }

    private async Task EraseUnused(DateTime since, CancellationToken cancel)
    {
        var unused = await db.Users.Where(user => user.LastSignIn != null && user.LastSignIn < since && !db.Memberships.Any(row => row.UserId == user.Id))
            .OrderBy(user => user.LastSignIn).Take(AtOnce).ToListAsync(cancel);
        foreach (var user in unused)
            await data.Erase(user, Actor.Hub("hub"), cancel);
        if (unused.Count > 0)
            log.LogInformation("{Count} accounts without a role and unused for two years were erased.", unused.Count);
    }
}
