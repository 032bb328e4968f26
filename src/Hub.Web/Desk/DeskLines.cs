namespace Hub.Web.Desk;

/// <summary>A part of the desk's first page: lines that each lead to what waits. Shown by the view <see cref="View"/>.</summary>
/// <param name="More">Where all of it stands, within the region: <c>gestione/commenti</c>.</param>
public sealed record DeskLines(string Title, IReadOnlyList<DeskLine> Lines, string More)
{
    public const string View = "Desk/_Lines";
}

/// <summary>One line.</summary>
/// <param name="Why">Why it stands there; empty when the text says all.</param>
/// <param name="Path">Within the region; empty leads nowhere.</param>
public sealed record DeskLine(string Text, string Why, string Path);
