using Hub.Content.Items;
using Hub.Kernel.Extensions;

namespace Hub.Content.Accounts;

/// <summary>Who says who works in a region.</summary>
public sealed class AccountPermissions : IPermissions
{
    public const string People = "people.manage";

    public IEnumerable<Permission> Permissions => [new(People, Texts.Get("Permission.People"), Roles.RegionAdministrator)];
}
