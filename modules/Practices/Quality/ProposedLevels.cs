using System.Text.Json.Nodes;
using Hub.Practices.Records;

namespace Hub.Practices.Quality;

/// <summary>The levels that can be counted from the record itself. A proposal: a person confirms it or says otherwise.</summary>
public static class ProposedLevels
{
    private static readonly int[] FreshMonths = [12, 24, 36];

    /// <summary>Of the parts that a record may have, so many are filled: all but two for 3, two thirds for 2, a third for 1.</summary>
    /// <param name="values">Of the practice, as stored.</param>
    public static int Completeness(JsonObject values)
    {
        var all = PracticePart.All.Count;
        var filled = PracticePart.All.Count(part => part.IsTold(values));
        return filled >= all - 2 ? 3 : filled * 3 >= all * 2 ? 2 : filled * 3 >= all ? 1 : 0;
    }

    /// <summary>By the age of the last check against the sources: a year for 3, two for 2, three for 1.</summary>
    public static int Freshness(Practice practice, DateOnly today) => practice.CheckedOn is not { } day
        ? 0
        : QualityAxis.Highest - FreshMonths.Count(months => day.AddMonths(months) < today);
}
