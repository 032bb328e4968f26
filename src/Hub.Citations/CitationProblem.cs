namespace Hub.Citations;

/// <summary>Why a citation cannot be right as it is written.</summary>
public enum CitationProblem
{
    /// <summary>The year or the date is after the day on which the text is read.</summary>
    InTheFuture,

    /// <summary>The date is not in the calendar: 31 February.</summary>
    NoSuchDate,

    /// <summary>The act is known to end before that article; the act alone is identified.</summary>
    NoSuchArticle,

    /// <summary>The act of that number and year bears another date; it is identified by its own.</summary>
    OtherDate,

    /// <summary>No act of that kind existed in that year: a legislative decree of 1850, a regional law of 1950.</summary>
    BeforeItsKind,
}
