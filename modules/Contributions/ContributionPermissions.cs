using Hub.Kernel.Extensions;

namespace Hub.Contributions;

/// <summary>What people may do with proposals beside reviewing content.</summary>
public sealed class ContributionPermissions : IPermissions
{
    /// <summary>Assent to the legal side of a practice.</summary>
    public const string Legal = "practices.legal";

    /// <summary>Invite, recognise and trust organisations.</summary>
    public const string Partners = "partners.recognise";

    /// <summary>The role of whoever reviews the law alone.</summary>
    private const string LegalReviewer = "revisore-giuridico";

    public IEnumerable<Permission> Permissions =>
    [
        new(Legal, Texts.In["Permission.Legal"], LegalReviewer, Roles.Reviewer, Roles.RegionAdministrator),
        new(Partners, Texts.In["Permission.Partners"], Roles.Reviewer, Roles.RegionAdministrator),
    ];
}
