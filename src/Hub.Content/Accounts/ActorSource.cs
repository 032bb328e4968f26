using System.Collections.Frozen;
using System.Security.Claims;
using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Accounts;

/// <summary>Tells what somebody who is signed in may do in a region. For one scope.</summary>
public sealed class ActorSource(HubDb db, EnabledExtensions extensions)
{
    /// <summary>The person with the permissions of their roles in the region; null when nobody is signed in.</summary>
    public async Task<Actor?> Of(ClaimsPrincipal person, Region region, CancellationToken cancel = default)
    {
        if (person.Identity is not { IsAuthenticated: true, Name: { } name }
            || !Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var roles = await db.Memberships.AsNoTracking()
            .Where(row => row.UserId == id && (row.Region == region.Id || row.Region == RegionDefinition.NationalId))
            .ToListAsync(cancel);
        if (roles.Any(row => row.Role == Roles.NationalAdministrator))
            return new Actor(name, null) { Roles = new HashSet<string>(StringComparer.Ordinal) { Roles.NationalAdministrator } };
        var here = roles.Where(row => row.Region == region.Id).Select(row => row.Role).ToHashSet(StringComparer.Ordinal);
        return new Actor(name, extensions.Of<IPermissions>(region)
            .SelectMany(source => source.Permissions)
            .Where(permission => permission.Roles.Any(here.Contains))
            .Select(permission => permission.Name)
            .ToFrozenSet(StringComparer.Ordinal)) { Roles = here };
    }
}
