namespace Hub.Web.Home;

/// <summary>A square of the schematic map of Italy: one for each region, about where it lies.</summary>
/// <param name="Istat">The region's code.</param>
/// <param name="Sign">Three letters.</param>
/// <param name="Column">From the west, from 0.</param>
/// <param name="Row">From the north, from 0.</param>
public sealed record RegionTile(string Istat, string Sign, int Column, int Row)
{
    /// <summary>The twenty regions, by ISTAT's list.</summary>
    public static readonly IReadOnlyList<RegionTile> All =
    [
        new("02", "Vda", 0, 0), new("03", "Lom", 1, 0), new("04", "Taa", 2, 0), new("05", "Ven", 3, 0), new("06", "Fvg", 4, 0),
        new("01", "Pie", 0, 1), new("07", "Lig", 1, 1), new("08", "Emr", 2, 1),
        new("09", "Tos", 2, 2), new("10", "Umb", 3, 2), new("11", "Mar", 4, 2),
        new("12", "Laz", 3, 3), new("13", "Abr", 4, 3), new("14", "Mol", 5, 3),
        new("20", "Sar", 0, 4), new("15", "Cam", 4, 4), new("17", "Bas", 5, 4), new("16", "Pug", 6, 4),
        new("18", "Cal", 5, 5),
        new("19", "Sic", 4, 6),
    ];
}
