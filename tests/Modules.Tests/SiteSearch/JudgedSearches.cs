using System.Globalization;

namespace Modules.Tests.SiteSearch;

/// <summary>What practitioners search for and which pages answer it, judged by people, in <c>judged.tsv</c>.</summary>
internal static class JudgedSearches
{
    private const int Cutoff = 10;

    public static IReadOnlyList<JudgedSearch> Read() =>
        [.. File.ReadLines(Path.Combine(Fixtures.Repository.Root, "tests", "Modules.Tests", "SiteSearch", "judged.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Parse)];

    /// <summary>Normalised discounted cumulative gain of the first ten: 1 when they stand in the best possible order.</summary>
    public static double Gain(JudgedSearch search, IEnumerable<string> found)
    {
        var seen = found.Take(Cutoff).Select(path => search.Grades.GetValueOrDefault(path));
        return Sum(seen) / Sum(search.Grades.Values.OrderDescending().Take(Cutoff));
    }

    private static double Sum(IEnumerable<int> grades) => grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();

    private static JudgedSearch Parse(string line)
    {
        var parts = line.Split('\t');
        return new JudgedSearch(parts[0], parts[1], parts[2].Split(' ').Select(judged => judged.Split('='))
            .ToDictionary(judged => judged[0], judged => int.Parse(judged[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }
}

/// <summary>A search and the grades of the pages that answer it.</summary>
internal sealed record JudgedSearch(string Region, string Query, IReadOnlyDictionary<string, int> Grades);
