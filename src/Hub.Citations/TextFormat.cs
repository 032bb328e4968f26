namespace Hub.Citations;

/// <summary>What the text is written in. Offsets always refer to the text as given, markup included.</summary>
public enum TextFormat
{
    /// <summary>Plain text, or one text node.</summary>
    Plain,

    /// <summary>HTML: tags, comments, scripts and styles are passed over, character references are read.</summary>
    Html,

    /// <summary>Markdown: emphasis is passed over, code and link addresses are not searched.</summary>
    Markdown,
}
