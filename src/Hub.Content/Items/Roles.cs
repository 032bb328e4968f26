namespace Hub.Content.Items;

/// <summary>The roles that a person can have in a region, from the widest to the narrowest.</summary>
public static class Roles
{
    /// <summary>May do everything everywhere; a role in the national region.</summary>
    public const string NationalAdministrator = "amministratore-nazionale";

    public const string RegionAdministrator = "amministratore-regionale";

    public const string Reviewer = "revisore";

    /// <summary>Reviews what the law says in a text.</summary>
    public const string LegalReviewer = "revisore-giuridico";

    public const string Editor = "redattore";

    /// <summary>Of a partner organisation.</summary>
    public const string Contributor = "contributore";

    /// <summary>Reads what is being made and changes nothing.</summary>
    public const string Reader = "lettore";

    /// <summary>All of them, the widest first; the first exists in the national region only.</summary>
    public static IReadOnlyList<string> All { get; } = [NationalAdministrator, RegionAdministrator, Reviewer, LegalReviewer, Editor, Contributor, Reader];

    /// <summary>Those who run a region: with the national administrators in the national one.</summary>
    public static IReadOnlyList<string> Administrators { get; } = [NationalAdministrator, RegionAdministrator];

    /// <summary>What people read, such as <c>Redattore</c>; the code itself for a role that isn't ours.</summary>
    public static string Name(string role) => All.Contains(role) ? Texts.Get("Role." + role) : role;
}
