using Hub.Citations.Resolving;

namespace Hub.Citations;

/// <summary>A region or autonomous province, as an authority that issues acts.</summary>
public sealed class Region
{
    internal Region(string slug, string name, string authority, string accountsCode)
    {
        Slug = slug;
        Name = name;
        Authority = authority;
        AccountsCode = accountsCode;
    }

    /// <summary>All regions and the two autonomous provinces, by slug.</summary>
    public static IReadOnlyList<Region> All => Regions.All;

    /// <summary>Lower case with hyphens: <c>emilia-romagna</c>.</summary>
    public string Slug { get; }

    /// <summary>As it is written: <c>Emilia-Romagna</c>.</summary>
    public string Name { get; }

    /// <summary>The authority part of its URN:NIR names: <c>regione.emilia.romagna</c>.</summary>
    public string Authority { get; }

    internal string AccountsCode { get; }

    internal bool IsProvince => Authority.StartsWith("provincia", StringComparison.Ordinal);

    /// <summary>The region with that slug or name, or null.</summary>
    public static Region? Find(string? slugOrName) =>
        Regions.All.FirstOrDefault(region => region.Slug.Equals(slugOrName, StringComparison.OrdinalIgnoreCase) || region.Name.Equals(slugOrName, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
