using System.Collections.Frozen;

namespace Hub.Content.Items;

/// <summary>Who does something, for permission and audit.</summary>
/// <param name="Name">Account name, or what acted: <c>import</c>, <c>programma</c>.</param>
/// <param name="Permissions">Names of the permissions in the region at hand; null for all.</param>
public sealed record Actor(string Name, IReadOnlySet<string>? Permissions)
{
    /// <summary>The roles that the permissions come from; empty for the hub.</summary>
    public IReadOnlySet<string> Roles { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Not a person: an import, a task, the command line.</summary>
    public bool IsHub { get; private init; }

    /// <summary>Address of the network from which the person came, for the audit trail; empty for the hub itself.</summary>
    public string From { get; init; } = "";

    /// <summary>
    /// May put their own version before readers where the region asks for a second person: a partner that it trusts, or
    /// somebody who makes one of two contents that others have published.
    /// </summary>
    public bool NeedsNoSecond { get; init; }

    /// <summary>The hub itself, which may do everything.</summary>
    public static Actor Hub(string name) => new(name, null) { IsHub = true };

    public bool May(string permission) => Permissions is null || Permissions.Contains(permission);
}
