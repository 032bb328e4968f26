using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Hub.Content.Prose;

/// <summary>The Markdown that editors may write: raw HTML off, and no extension that sets attributes.</summary>
internal static class MarkdownPipelines
{
    public static readonly MarkdownPipeline Page = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseAbbreviations()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();
}
