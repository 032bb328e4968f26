namespace Hub.Content.Items;

/// <summary>The roles that a person can have in a region, from the widest to the narrowest.</summary>
public static class Roles
{
    /// <summary>May do everything everywhere; a role in the national region.</summary>
    public const string NationalAdministrator = "amministratore-nazionale";

    public const string RegionAdministrator = "amministratore-regionale";

    public const string Reviewer = "revisore";

    public const string Editor = "redattore";

    /// <summary>Of a partner organisation.</summary>
    public const string Contributor = "contributore";

    public const string Reader = "lettore";
}
