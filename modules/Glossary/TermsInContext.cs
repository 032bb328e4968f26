using AngleSharp.Dom;
using Hub.Content.Changes;
using Hub.Content.Prose;
using Hub.Kernel.Regions;

namespace Hub.Glossary;

/// <summary>
/// Marks the first occurrence of each glossary term in a text, with its meaning beside it: a link that keyboards reach and
/// screen readers explain, without script.
/// </summary>
internal sealed class TermsInContext(ItemReader reader, ContentCache cache) : IProseEnricher
{
    /// <summary>Where a term is not marked: it would be a link in a link, or break a heading or a quoted text.</summary>
    private const string Untouched = "a, h2, h3, h4, h5, h6, code, pre, abbr, em, strong, th, td, blockquote, cite, sup, figcaption";

    public async Task Enrich(IElement prose, Region region, CancellationToken cancel)
    {
        var terms = await cache.Get(region, "glossary terms", async () => new TermFinder(await reader.All(region, "voce", cancel)));
        var marked = new HashSet<Guid>();
        foreach (var block in prose.QuerySelectorAll("p, li, dd"))
        {
            foreach (var text in block.ChildNodes.OfType<IText>().ToList())
            {
                if (text.ParentElement?.Closest(Untouched) is null)
                    Mark(text, terms, marked, region);
            }
        }
    }

    private static void Mark(IText text, TermFinder terms, HashSet<Guid> marked, Region region)
    {
        var rest = text;
        while (terms.First(rest.Data, marked) is { } found)
        {
            marked.Add(found.Entry.Id);
            var occurrence = rest.Split(found.Start);
            rest = occurrence.Split(found.Length);
            occurrence.ReplaceWith(Marked(occurrence.Owner!, occurrence.Data, found.Entry, region));
        }
    }

    private static IElement Marked(IDocument document, string words, Item entry, Region region)
    {
        var meaningId = $"significato-{entry.Slug}";
        var link = document.CreateElement("a");
        link.ClassName = "term";
        link.SetAttribute("href", $"{region.PathBase}/{entry.Path}");
        link.SetAttribute("aria-describedby", meaningId);
        link.TextContent = words;
        var meaning = document.CreateElement("span");
        meaning.ClassName = "term-meaning";
        meaning.SetAttribute("role", "tooltip");
        meaning.Id = meaningId;
        meaning.TextContent = entry.Summary;
        var box = document.CreateElement("span");
        box.ClassName = "term-box";
        box.Append(link, meaning);
        return box;
    }
}
