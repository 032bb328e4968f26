using Hub.Content.Items;
using Hub.Kernel.Extensions;

namespace Hub.Content.Media;

/// <summary>What people may do with the media library.</summary>
public sealed class MediaPermissions : IPermissions
{
    /// <summary>Upload, change, replace and delete files and folders, and see those that readers don't get.</summary>
    public const string Manage = "media.manage";

    public IEnumerable<Permission> Permissions => [new(Manage, Texts.Get("Permission.Media"), Roles.Editor, Roles.Reviewer, Roles.RegionAdministrator)];
}
