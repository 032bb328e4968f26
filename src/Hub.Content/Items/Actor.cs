namespace Hub.Content.Items;

/// <summary>Who does something, for permission and audit.</summary>
/// <param name="Name">Account name, or what acted: <c>import</c>, <c>programma</c>.</param>
/// <param name="Permissions">Names of the permissions in the region at hand; null for all.</param>
public sealed record Actor(string Name, IReadOnlySet<string>? Permissions)
{
    /// <summary>Not a person: an import, a task, the command line.</summary>
    public bool IsHub { get; private init; }

    /// <summary>The hub itself, which may do everything.</summary>
    public static Actor Hub(string name) => new(name, null) { IsHub = true };

    public bool May(string permission) => Permissions is null || Permissions.Contains(permission);
}
