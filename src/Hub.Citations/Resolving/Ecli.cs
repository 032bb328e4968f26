using System.Collections.Frozen;
using System.Globalization;

namespace Hub.Citations.Resolving;

/// <summary>European Case Law Identifiers. A court that numbers civil and criminal decisions, or judgments and orders, apart
/// gets as many candidates as the text leaves open.</summary>
internal static class Ecli
{
    private static readonly FrozenDictionary<(Court Court, string Number), string> Known =
        DataFile.Read("known-decisions.tsv").ToFrozenDictionary(row => (Enum.Parse<Court>(row[0]), row[2].Length > 0 ? $"{row[1]}/{row[2]}" : row[1]), row => row[3]);

    public static bool IsKnown(Court court, string number, int year) => Known.ContainsKey((court, $"{number}/{year.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>The identifiers that the decision may have, the likeliest first; one alone is certain.</summary>
    public static IReadOnlyList<string> Of(DecisionReference decision)
    {
        if (decision.PrintedEcli is { } printed)
            return [printed];
        var court = decision.Court ?? decision.LikelyCourt;
        if (court == Court.EuropeanUnion)
            return Known.TryGetValue((Court.EuropeanUnion, decision.Number), out var known) ? [known] : [];
        if (court is null || decision.Year is not { } year)
            return [];
        var stem = year.ToString(CultureInfo.InvariantCulture) + ":" + decision.Number;
        return court switch
        {
            Court.Constitutional => ["ECLI:IT:COST:" + stem],
            Court.Cassation when decision.Section is "CIV" or "PEN" => ["ECLI:IT:CASS:" + stem + decision.Section],
            Court.Cassation => ["ECLI:IT:CASS:" + stem + "CIV", "ECLI:IT:CASS:" + stem + "PEN"],
            Court.CouncilOfState when decision.Section == "APLE" => ["ECLI:IT:CDS:" + stem + "APLE"],
            Court.CouncilOfState => Administrative("CDS", stem, decision.Ruling),
            Court.SicilianCouncil => Administrative("CGARS", stem, decision.Ruling),
            Court.Tar when decision.Section is { } seat => Administrative(seat, stem, decision.Ruling),
            Court.Accounts when decision.Section is { } section => ["ECLI:IT:CONT:" + stem + section],
            _ => [],
        };
    }

    public static Uri? Address(string ecli) => ecli.StartsWith("ECLI:IT:COST:", StringComparison.Ordinal)
        ? new Uri("https://www.cortecostituzionale.it/actionSchedaPronuncia.do?param_ecli=" + ecli)
        : ecli.StartsWith("ECLI:EU:", StringComparison.Ordinal) ? new Uri("https://eur-lex.europa.eu/legal-content/IT/TXT/?uri=" + ecli) : null;

    // Judgments, cautionary and collegial orders, opinions are numbered apart: "ordinanza" alone leaves two readings.
    private static string[] Administrative(string court, string stem, Ruling ruling)
    {
        var name = "ECLI:IT:" + court + ":" + stem;
        return ruling switch
        {
            Ruling.Order => [name + "OCAU", name + "OCOL"],
            Ruling.Opinion => [name + "PDEF", name + "PINTE", name + "PARE"],
            Ruling.CourtDecree => [name + "DDEC", name + "DCAU", name + "DPRE"],
            _ => [name + "SENT"],
        };
    }
}
