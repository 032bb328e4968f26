using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// The browsers in which people are signed in. A session ends when somebody ends it, after eight hours without a request,
/// and after twelve hours in any case. For one scope.
/// </summary>
public sealed class Sessions(HubDb db, TimeProvider clock)
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    /// <summary>Notes that somebody signed in.</summary>
    /// <param name="browser">For the person to tell one from another.</param>
    /// <param name="isTwoStep">More than a password was shown.</param>
    public async Task<Guid> Begin(Guid user, string browser, string address, bool isTwoStep, CancellationToken cancel = default)
    {
        var session = new SessionRow
        {
            Id = Guid.NewGuid(), UserId = user, Started = Now, Seen = Now, Browser = browser, Address = address, IsTwoStep = isTwoStep,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        await db.Users.Where(row => row.Id == user).ExecuteUpdateAsync(row => row.SetProperty(r => r.LastSignIn, session.Started), cancel);
        return session.Id;
    }

    /// <summary>The session while it lasts and nothing of what the account is trusted by has changed; null otherwise.</summary>
    /// <param name="stamp">The account's security stamp when the ticket was written.</param>
    public async Task<SessionRow?> Find(Guid id, Guid user, string stamp, CancellationToken cancel = default)
    {
        var (now, idleSince, startedSince) = (Now, Now - Idle, Now - Longest);
        var session = await db.Set<SessionRow>().AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && row.UserId == user && row.Seen > idleSince && row.Started > startedSince
                && db.Users.Any(account => account.Id == user && account.SecurityStamp == stamp), cancel);
        if (session is not null && session.Seen < now - Precision)
            await db.Set<SessionRow>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Seen, now), cancel);
        return session;
    }

    /// <summary>A person's sessions that last, the latest used first.</summary>
    public async Task<IReadOnlyList<SessionRow>> Of(Guid user, CancellationToken cancel = default)
    {
        var (idleSince, startedSince) = (Now - Idle, Now - Longest);
        return await db.Set<SessionRow>().AsNoTracking().Where(row => row.UserId == user && row.Seen > idleSince && row.Started > startedSince)
            .OrderByDescending(row => row.Seen).ToListAsync(cancel);
    }

    /// <summary>Signs a browser out at once.</summary>
    /// <returns>False when the person has no such session.</returns>
    public async Task<bool> End(Guid id, Guid user, CancellationToken cancel = default) =>
        await db.Set<SessionRow>().Where(row => row.Id == id && row.UserId == user).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Signs all of a person's browsers out at once, but one.</summary>
    public Task EndAll(Guid user, Guid? except = null, CancellationToken cancel = default) =>
        db.Set<SessionRow>().Where(row => row.UserId == user && row.Id != except).ExecuteDeleteAsync(cancel);

    /// <summary>The person showed more than a password since.</summary>
    public Task MakeTwoStep(Guid id, CancellationToken cancel = default) =>
        db.Set<SessionRow>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.IsTwoStep, true), cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
