namespace Hub.OpenData.Statistics;

/// <summary>Counts of the values of something, as bars and as a table.</summary>
/// <param name="Id">Anchor on the page.</param>
/// <param name="Of">What is counted, for the table's head.</param>
public sealed record Chart(string Id, string Title, string Of, IReadOnlyList<Bar> Bars)
{
    /// <summary>More bars are in the table alone.</summary>
    public const int Most = 15;

    /// <summary>Room for a bar with its words, in pixels.</summary>
    public const int Step = 46;

    private const int LongestLabel = 42;

    public IReadOnlyList<Bar> Drawn => [.. Bars.Take(Most)];

    public int Height => Drawn.Count * Step;

    /// <summary>Length of a bar in whole percent of the longest one's place; never nothing.</summary>
    public int Length(Bar bar) => Math.Max(1, (int)Math.Round(88d * bar.Count / Math.Max(1, Bars.Max(each => each.Count))));

    public static string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";
}

/// <summary>How many items have a value.</summary>
/// <param name="Path">Of their list, within the region; empty when there is none.</param>
public sealed record Bar(string Label, int Count, string Path);
