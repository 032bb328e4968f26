using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;

namespace Hub.Web.Desk;

/// <summary>What people may do in the back office beside writing.</summary>
public sealed class DeskPermissions : IPermissions
{
    public const string Features = "region.features";
    public const string Feedback = "feedback.read";
    public const string Health = "health.read";
    public const string Audit = "audit.read";

    public IEnumerable<Permission> Permissions =>
    [
        new(Features, Texts.Get("Permission.Features"), Roles.RegionAdministrator),
        new(RegionSettings.ManagePermission, Texts.Get("Permission.Settings"), Roles.RegionAdministrator),
        new(Feedback, Texts.Get("Permission.Feedback"), Roles.RegionAdministrator, Roles.Reviewer, Roles.Editor),
        new(Health, Texts.Get("Permission.Health"), Roles.RegionAdministrator),
        new(Audit, Texts.Get("Permission.Audit"), Roles.RegionAdministrator),
    ];
}
