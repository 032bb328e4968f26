using Markdig;

namespace Hub.Content.Prose;

/// <summary>The words of Markdown without its marks.</summary>
public static class PlainText
{
    /// <summary>Never throws: what is nested too deeply to be read as Markdown is given back as it is.</summary>
    public static string Of(string markdown) => TryRead(markdown, out var text) ? text : markdown;

    /// <summary>Whether the text can be read as Markdown; false only for absurd nesting.</summary>
    internal static bool TryRead(string markdown, out string text)
    {
        text = "";
        if (MarkdownLimits.IsAbsurd(markdown))
            return false;
        try
        {
            text = Markdown.ToPlainText(markdown, MarkdownPipelines.Page);
            return true;
        }
        catch (ArgumentException) // Markdig's limit of depth
        {
            return false;
        }
    }
}
