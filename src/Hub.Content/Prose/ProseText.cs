namespace Hub.Content.Prose;

/// <summary>Rich text made ready for a page: safe HTML and its headings.</summary>
/// <param name="Html">Sanitised; may be written into a page as it is.</param>
/// <param name="Headings">Of levels 2 and 3, in order, for the page index.</param>
public sealed record ProseText(string Html, IReadOnlyList<ProseHeading> Headings)
{
    public static readonly ProseText Empty = new("", []);
}

/// <summary>A heading within rich text.</summary>
/// <param name="Id">The anchor.</param>
public sealed record ProseHeading(int Level, string Id, string Text);
