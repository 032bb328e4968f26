using System.Collections.Frozen;
using System.Globalization;

namespace Hub.Citations.Resolving;

/// <summary>Completes a reference with what is known of the act: its full date, its authority, its last article.</summary>
internal static class KnownActs
{
    private static readonly List<ActReference> Acts = [.. DataFile.Read("known-acts.tsv").Select(Parse)];

    private static readonly FrozenDictionary<(ActType, string, int, Region?), ActReference> ByNumber = Acts
        .Where(act => act.Number is not null && act.Year is not null)
        .ToFrozenDictionary(act => (act.Type, act.Number!, act.Year!.Value, act.Region));

    private static readonly FrozenDictionary<(ActType, string, int), ActReference[]> OfAnyRegion = Acts
        .Where(act => act.Region is not null && act.Number is not null)
        .GroupBy(act => (act.Type, act.Number!, act.Year!.Value))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly ActReference[] Decrees = [.. Acts.Where(act => act is { Type: ActType.MinisterialDecree, Number: not null })];

    private static readonly FrozenDictionary<string, ActReference> ByCelex = Acts
        .Where(act => act.IsEuropean)
        .ToFrozenDictionary(act => Celex.Of(act)!);

    public static ActReference? Find(ActType type, string? number, int? year, Region? region) =>
        number is not null && year is { } y && ByNumber.TryGetValue((type, number, y, region), out var act) ? act : null;

    public static bool IsKnown(ActReference european) => Celex.Of(european) is { } celex && ByCelex.ContainsKey(celex);

    /// <summary>The known regional acts of that number and year, whatever the region.</summary>
    public static IReadOnlyList<ActReference> FindRegional(ActType type, string? number, int? year) =>
        number is not null && year is { } y && OfAnyRegion.TryGetValue((type, number, y), out var acts) ? acts : [];

    /// <summary>The act with everything that is known of it; the same act if nothing is.</summary>
    public static ActReference Complete(ActReference act)
    {
        if (act.IsEuropean)
            return Celex.Of(act) is { } celex && ByCelex.TryGetValue(celex, out var european)
                ? act with { Name = european.Name, LastArticle = european.LastArticle } : act;
        var known = act.Type == ActType.Constitution ? Acts[0] : Find(act.Type, act.Number, act.Year, act.Region) ?? OfDay(act);
        if (known is null)
            return act;
        return act with
        {
            Number = act.Number ?? known.Number,
            Year = act.Year ?? known.Year,
            Date = act.Date ?? known.Date,
            Authority = known.Authority ?? act.Authority,
            Name = known.Name,
            Eli = known.Eli,
            LastArticle = known.LastArticle,
        };
    }

    // "decreto del Ministero del lavoro e delle politiche sociali del 31 marzo 2021": the one known decree of that ministry and day.
    private static ActReference? OfDay(ActReference act) =>
        act is { Number: null, Type: ActType.MinisterialDecree, Date: { } day, Authority: { } authority }
        && Decrees.Where(known => known.Date == day && known.Authority == authority).Take(2).ToList() is [var only] ? only : null;

    private static ActReference Parse(string[] row)
    {
        var act = row[0].StartsWith("CELEX:", StringComparison.Ordinal) ? Celex.Parse(row[0][6..]) : Nir.Parse(row[0]);
        if (act is null)
            throw new FormatException($"known-acts.tsv: {row[0]} is no identifier.");
        return act with
        {
            LastArticle = row[1].Length == 0 ? 0 : int.Parse(row[1], CultureInfo.InvariantCulture),
            Name = row[2],
            Eli = row.Length > 3 && row[3].Length > 0 ? row[3] : null,
        };
    }
}
