using Hub.Content.Items;

namespace Hub.Content.Tables;

/// <summary>How a table is to be imported.</summary>
/// <param name="Status">Draft, in review or published.</param>
/// <param name="IsTrial">Nothing is stored.</param>
/// <param name="Done">Rows that were imported before; they are passed over.</param>
public sealed record TableImport(Status Status, bool IsTrial = false, int Done = 0);

/// <summary>What became of a row, or would become of it.</summary>
/// <param name="Line">On which it begins in the file, from 1.</param>
/// <param name="Issues">Why it was refused.</param>
public sealed record RowOutcome(int Line, string Identifier, string Title, RowResult Result, params IReadOnlyList<RowIssue> Issues);

/// <summary>Something to mend in a row.</summary>
/// <param name="Column">As people call it; empty for the whole row.</param>
/// <param name="Message">In Italian.</param>
public sealed record RowIssue(string Column, string Message);

/// <summary>What becomes of a row.</summary>
public enum RowResult
{
    /// <summary>A new item.</summary>
    Created,

    /// <summary>An item that was there has new values.</summary>
    Changed,

    /// <summary>Everything is as it was.</summary>
    Unchanged,

    /// <summary>Nothing was stored: see the issues.</summary>
    Refused,
}
