using Hub.Content.Items;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Workflow;

/// <summary>Who works in a region, by what they may do. For one scope.</summary>
public sealed class Staff(HubDb db, EnabledExtensions extensions)
{
    /// <summary>Ids of the accounts whose roles in the region carry a permission.</summary>
    public async Task<IReadOnlyList<Guid>> WhoMay(string permission, Region region, CancellationToken cancel = default)
    {
        var roles = extensions.Of<IPermissions>(region).SelectMany(source => source.Permissions)
            .Where(each => each.Name == permission).SelectMany(each => each.Roles).ToList();
        if (region.IsNational)
            roles.Add(Roles.NationalAdministrator);
        return await db.Memberships.AsNoTracking().Where(row => row.Region == region.Id && roles.Contains(row.Role))
            .Select(row => row.UserId).Distinct().ToListAsync(cancel);
    }

    /// <summary>The account of a name, or null.</summary>
    public async Task<Guid?> Find(string name, CancellationToken cancel = default) =>
        await db.Users.AsNoTracking().Where(user => user.UserName == name).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(cancel);
}
