namespace Hub.Kernel.Extensions;

/// <summary>Declares what people may be allowed to do in a region.</summary>
[ExtensionPoint]
public interface IPermissions
{
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>Something that a role can be allowed to do.</summary>
/// <param name="Name">Stable, such as <c>region.features</c>.</param>
/// <param name="Description">What people read.</param>
/// <param name="Roles">The roles that have it unless a region says otherwise; the national administrator has all.</param>
public sealed record Permission(string Name, string Description, params IReadOnlyList<string> Roles);
