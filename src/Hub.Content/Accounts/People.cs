using Hub.Content.Changes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>Who works in a region, and as what: one role each. For one scope.</summary>
public sealed class People(HubDb db, AccountLetters letters, ChangeLog log)
{
    /// <summary>The people of a region by name.</summary>
    public async Task<IReadOnlyList<Member>> Of(Region region, CancellationToken cancel = default)
    {
        var people = await db.Memberships.AsNoTracking().Where(row => row.Region == region.Id)
            .Join(db.Users, row => row.UserId, user => user.Id, (row, user) => new Member(
                user.Id, user.UserName ?? "", user.Email ?? "", row.Role, user.LastSignIn, user.TwoFactorEnabled))
            .ToListAsync(cancel);
        return [.. people.OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(person => person.Id)];
    }

    /// <summary>The roles that somebody may give in a region: nobody gives more than they have.</summary>
    public static IReadOnlyList<string> RolesToGive(Region region, Actor actor) => actor.May(AccountPermissions.People)
        ? [.. Roles.All.Where(role => role != Roles.NationalAdministrator || (region.IsNational && actor.Permissions is null))]
        : [];

    /// <summary>Gives somebody of the region another role.</summary>
    /// <returns>NotFound for whoever is not of the region; Invalid for the last administrator, with the reason.</returns>
    public Task<Outcome> SetRole(Region region, Guid person, string role, Actor actor, CancellationToken cancel = default) =>
        Give(region, person, role, isIn: true, actor, cancel);

    /// <summary>Gives a role to somebody who may be new to the region, without asking them.</summary>
    public Task<Outcome> Give(Region region, Guid person, string role, Actor actor, CancellationToken cancel = default) =>
        Give(region, person, role, isIn: false, actor, cancel);

    private async Task<Outcome> Give(Region region, Guid person, string role, bool isIn, Actor actor, CancellationToken cancel)
    {
        if (!RolesToGive(region, actor).Contains(role))
            return new Outcome(OutcomeKind.Forbidden);
        await using var transaction = await db.BeginWriting(cancel);
        await log.TakeTurn(region.Id, cancel);
        var roles = await RolesOf(region, person, cancel);
        if (isIn && roles.Count == 0)
            return new Outcome(OutcomeKind.NotFound);
        if (roles is [var only] && only == role)
            return new Outcome(OutcomeKind.Unchanged);
        if (await Refusal(region, person, roles, role, actor, cancel) is { } refusal)
            return refusal;
        await Put(region, person, role, actor, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Takes all roles in the region from somebody; the account stays.</summary>
    public async Task<Outcome> Remove(Region region, Guid person, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May(AccountPermissions.People))
            return new Outcome(OutcomeKind.Forbidden);
        await using var transaction = await db.BeginWriting(cancel);
        await log.TakeTurn(region.Id, cancel);
        var roles = await RolesOf(region, person, cancel);
        if (roles.Count == 0)
            return new Outcome(OutcomeKind.NotFound);
        if (await Refusal(region, person, roles, null, actor, cancel) is { } refusal)
            return refusal;
        await db.Memberships.Where(row => row.UserId == person && row.Region == region.Id).ExecuteDeleteAsync(cancel);
        log.Audit(region.Id, actor, "role.taken", person.ToString(), string.Join(' ', roles));
        await letters.RoleTaken(region, person, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Outcome(OutcomeKind.Done);
    }

    /// <summary>Makes a role the only one of a person in the region; in the caller's transaction, stored with the next save.</summary>
    internal async Task Put(Region region, Guid person, string role, Actor actor, CancellationToken cancel)
    {
        await db.Memberships.Where(row => row.UserId == person && row.Region == region.Id).ExecuteDeleteAsync(cancel);
        db.Memberships.Add(new MembershipRow { UserId = person, Region = region.Id, Role = role });
        log.Audit(region.Id, actor, "role.given", person.ToString(), role);
        await letters.RoleGiven(region, person, role, cancel);
    }

    private Task<List<string>> RolesOf(Region region, Guid person, CancellationToken cancel) =>
        db.Memberships.Where(row => row.UserId == person && row.Region == region.Id).Select(row => row.Role).ToListAsync(cancel);

    /// <summary>Why a person's roles can't go for another (or for none), or null when they can.</summary>
    private async Task<Outcome?> Refusal(Region region, Guid person, List<string> from, string? to, Actor actor, CancellationToken cancel)
    {
        if (from.Contains(Roles.NationalAdministrator) && actor.Permissions is not null)
            return new Outcome(OutcomeKind.Forbidden);
        foreach (var role in Roles.Administrators.Where(role => from.Contains(role) && role != to && MustStay(role, region, actor)))
        {
            if (!await db.Memberships.AnyAsync(row => row.Region == region.Id && row.Role == role && row.UserId != person, cancel))
                return new Outcome(OutcomeKind.Invalid, null, 0, new Issue("role", IssueKind.Invalid, Texts.Get("People.LastAdministrator")));
        }

        return null;
    }

    /// <summary>Somebody must keep the national role; a region's own administrators must keep theirs, while the national ones may take it.</summary>
    private static bool MustStay(string role, Region region, Actor actor) =>
        role == Roles.NationalAdministrator ? region.IsNational : !region.IsNational && actor.Permissions is not null;
}

/// <summary>Somebody who works in a region.</summary>
/// <param name="LastSignIn">UTC; null for never.</param>
public sealed record Member(Guid Id, string Name, string Email, string Role, DateTime? LastSignIn, bool HasTwoSteps);
