namespace Hub.OpenData.Statistics;

/// <summary>How many pages of a region were read on a day. Nothing tells by whom, or which.</summary>
public sealed class VisitRow
{
    /// <summary>Id of the region.</summary>
    public required string Region { get; set; }

    /// <summary>In Rome.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Pages, not people.</summary>
    public int Pages { get; set; }
}
