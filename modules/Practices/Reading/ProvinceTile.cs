using System.Collections.Frozen;
using System.Globalization;

namespace Hub.Practices.Reading;

/// <summary>
/// A square of the schematic map of a region: one for each province, about where it lies. The places are our own, drawn on
/// squared paper; no boundaries are needed, and none are taken from anybody's data.
/// </summary>
/// <param name="Sign">As on number plates.</param>
/// <param name="Region">ISTAT code of its region.</param>
/// <param name="Column">From the west, from 0.</param>
/// <param name="Row">From the north, from 0.</param>
public sealed record ProvinceTile(string Sign, string Name, string Region, int Column, int Row)
{
    /// <summary>All provinces of ISTAT's list, by region.</summary>
    public static readonly IReadOnlyList<ProvinceTile> All = [.. Read()];

    private static readonly FrozenDictionary<string, ProvinceTile> BySign = All.ToFrozenDictionary(tile => tile.Sign, StringComparer.Ordinal);

    /// <summary>What people call the province; the sign when there is none.</summary>
    public static string NameOf(string sign) => BySign.GetValueOrDefault(sign)?.Name ?? sign;

    private static IEnumerable<ProvinceTile> Read()
    {
        using var stream = typeof(ProvinceTile).Assembly.GetManifestResourceStream("Hub.Practices.Reading.provinces.csv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(';') is [var sign, var name, var region, var column, var row])
                yield return new ProvinceTile(sign, name, region, int.Parse(column, CultureInfo.InvariantCulture), int.Parse(row, CultureInfo.InvariantCulture));
        }
    }
}
