using Hub.Kernel.Extensions;

namespace Hub.Content.Items;

/// <summary>What people may do with content.</summary>
public sealed class ContentPermissions : IPermissions
{
    /// <summary>See what is being made, and change nothing: of those who may not write.</summary>
    public const string Read = "content.read";

    public const string Edit = "content.edit";
    public const string Review = "content.review";
    public const string Publish = "content.publish";

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, Texts.Get("Permission.Read"), Roles.Reader),
        new(Edit, Texts.Get("Permission.Edit"), Roles.Editor, Roles.LegalReviewer, Roles.Reviewer, Roles.RegionAdministrator),
        new(Review, Texts.Get("Permission.Review"), Roles.LegalReviewer, Roles.Reviewer, Roles.RegionAdministrator),
        new(Publish, Texts.Get("Permission.Publish"), Roles.Reviewer, Roles.RegionAdministrator),
    ];
}
