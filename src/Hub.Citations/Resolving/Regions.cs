namespace Hub.Citations.Resolving;

internal static class Regions
{
    private static readonly List<(Region Region, string[] Names, string[] Adjectives)> Rows =
        [.. DataFile.Read("regions.tsv").Select(row => (new Region(row[0], row[1], row[2], row[5]), DataFile.Forms(row[3]), DataFile.Forms(row[4])))];

    public static IReadOnlyList<Region> All { get; } = [.. Rows.Select(row => row.Region)];

    public static IEnumerable<(Region Region, string[] Names, string[] Adjectives)> Forms => Rows;

    public static Region? OfAuthority(ReadOnlySpan<char> authority)
    {
        foreach (var region in All)
            if (authority.SequenceEqual(region.Authority))
                return region;
        return null;
    }
}
