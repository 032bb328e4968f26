using System.Collections.Frozen;
using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>
/// Brings people into a region: a mail with a link that works once and for a week. Whoever has an account gains the role,
/// others make one. For one scope.
/// </summary>
public sealed class Invitations(HubDb db, UserManager<User> users, People people, AccountLetters letters, ChangeLog log, TimeProvider clock)
{
    /// <summary>How many may be open in a region, so that nobody sends mails without end.</summary>
    public const int MaxOpen = 200;

    internal static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>Those of a region that nobody has accepted, the newest first, expired ones too.</summary>
    public async Task<IReadOnlyList<InvitationRow>> Open(Region region, CancellationToken cancel = default) =>
        await db.Set<InvitationRow>().AsNoTracking().Where(row => row.Region == region.Id).OrderByDescending(row => row.At).ToListAsync(cancel);

    /// <summary>Writes to an address; a former invitation of it into the region stops working.</summary>
    /// <param name="email">As typed.</param>
    public async Task<Outcome> Invite(Region region, string? email, string? role, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(AccountPermissions.People))
            return new Outcome(OutcomeKind.Forbidden);
        if (EmailAddress.Parse(email) is not { } to)
            return Invalid("email", string.IsNullOrWhiteSpace(email) ? "People.NoEmail" : "People.BadEmail");
        if (!People.RolesToGive(region, actor).Contains(role ?? ""))
            return Invalid("role", "People.NoRole");
        await using var transaction = await db.BeginWriting(cancel);
        await log.TakeTurn(region.Id, cancel);
        var key = users.NormalizeEmail(to);
        if (await db.Users.AnyAsync(user => user.NormalizedEmail == key && db.Memberships.Any(row => row.UserId == user.Id && row.Region == region.Id), cancel))
            return Invalid("email", "People.IsIn");
        if (await db.Set<InvitationRow>().CountAsync(row => row.Region == region.Id && row.Email != to, cancel) >= MaxOpen)
            return Invalid("email", "People.TooMany", MaxOpen);
        await db.Set<InvitationRow>().Where(row => row.Region == region.Id && row.Email == to).ExecuteDeleteAsync(cancel);
        Send(region, new InvitationRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = region.Id, Email = to, Role = role!, TokenHash = "", InvitedBy = actor.IsHub ? Texts.Get("Invitation.Operator") : actor.Name,
        }, actor, isNew: true);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Writes once more, with a new link; the former one stops working.</summary>
    public async Task<Outcome> Renew(Region region, Guid id, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(AccountPermissions.People))
            return new Outcome(OutcomeKind.Forbidden);
        if (await db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == region.Id, cancel) is not { } row)
            return new Outcome(OutcomeKind.NotFound);
        if (!People.RolesToGive(region, actor).Contains(row.Role))
            return new Outcome(OutcomeKind.Forbidden);
        Send(region, row, actor, isNew: false);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<Outcome> Withdraw(Region region, Guid id, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(AccountPermissions.People))
            return new Outcome(OutcomeKind.Forbidden);
        if (await db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.Id == id && row.Region == region.Id, cancel) is not { } row)
            return new Outcome(OutcomeKind.NotFound);
        db.Remove(row);
        log.Audit(region.Id, actor, "invitation.withdrawn", id.ToString(), row.Role);
        await db.SaveChangesAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>The invitation behind a link of the region while it works, and whether its address has an account.</summary>
    /// <param name="token">Hostile.</param>
    public async Task<(InvitationRow Invitation, bool HasAccount)?> Find(Region region, string? token, CancellationToken cancel = default)
    {
        if (token is not { Length: > 0 and <= 100 })
            return null;
        var (hash, now) = (OneTimeLinks.Hash(token), clock.GetUtcNow().UtcDateTime);
        var row = await db.Set<InvitationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Region == region.Id && row.Expires > now, cancel);
        return row is null ? null : (row, await users.FindByEmailAsync(row.Email) is not null);
    }

    /// <summary>Uses an invitation up: gives the role to the account of its address, which is made when there is none.</summary>
    /// <param name="name">What others are to see beside the person's work; only for a new account, as the password.</param>
    /// <returns>Null when it was done, or what is wrong; an empty list when the link doesn't work.</returns>
    public async Task<IReadOnlyList<IdentityError>?> Accept(Region region, string? token, string? name, string? password, CancellationToken cancel = default)
    {
        if (await Find(region, token, cancel) is not var (invitation, _))
            return [];
        await using var transaction = await db.BeginWriting(cancel);
        if (await db.Set<InvitationRow>().Where(row => row.Id == invitation.Id && row.TokenHash == invitation.TokenHash).ExecuteDeleteAsync(cancel) == 0)
            return [];
        var user = await users.FindByEmailAsync(invitation.Email);
        if (user is null)
        {
            user = new User { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = AccountName.Clean(name), Email = invitation.Email, EmailConfirmed = true };
            if (AccountName.Problem(user.UserName) is { } problem)
                return [problem];
            if (await users.CreateAsync(user, password ?? "") is { Succeeded: false } refused)
                return [.. refused.Errors];
        }

        user.EmailConfirmed = true; // the link came from the mailbox
        var actor = new Actor(user.UserName!, FrozenSet<string>.Empty);
        await people.Put(region, user.Id, invitation.Role, actor, cancel);
        log.Audit(region.Id, actor, "invitation.accepted", invitation.Id.ToString(), invitation.Role);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private void Send(Region region, InvitationRow row, Actor actor, bool isNew)
    {
        var token = OneTimeLinks.NewToken();
        var now = clock.GetUtcNow().UtcDateTime;
        (row.TokenHash, row.At, row.Expires) = (OneTimeLinks.Hash(token), now, now + Life);
        if (isNew)
            db.Add(row);
        letters.Invitation(region, row, token);
        log.Audit(region.Id, actor, "invitation.sent", row.Id.ToString(), row.Role);
    }

    private static Outcome Invalid(string field, string key, params object?[] arguments) =>
        new(OutcomeKind.Invalid, null, 0, new Issue(field, IssueKind.Invalid, Texts.Get(key, arguments)));
}
