using Hub.Kernel.Extensions;

namespace Hub.Content.Items;

/// <summary>What people may do with content.</summary>
public sealed class ContentPermissions : IPermissions
{
    public const string Edit = "content.edit";
    public const string Review = "content.review";
    public const string Publish = "content.publish";

    public IEnumerable<Permission> Permissions =>
    [
        new(Edit, Texts.Get("Permission.Edit"), Roles.Editor, Roles.Reviewer, Roles.RegionAdministrator),
        new(Review, Texts.Get("Permission.Review"), Roles.Reviewer, Roles.RegionAdministrator),
        new(Publish, Texts.Get("Permission.Publish"), Roles.Reviewer, Roles.RegionAdministrator),
    ];
}
