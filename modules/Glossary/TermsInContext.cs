using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Hub.Content.Changes;
using Hub.Content.Prose;
using Hub.Kernel.Regions;

namespace Hub.Glossary;

/// <summary>
/// Marks the first occurrence of each glossary term in a text, with its meaning beside it: a link that keyboards reach and
/// screen readers explain, without script. An entry's own texts don't mark the entry.
/// </summary>
internal sealed class TermsInContext(ItemReader reader, ContentCache cache) : IProseEnricher
{
    /// <summary>Where a term is not marked: it would be a link in a link, or break a heading, a cell or a quoted text.</summary>
    private const string Untouched = "a, h2, h3, h4, h5, h6, code, pre, th, td, blockquote, cite, figcaption";

    public async Task Enrich(IElement prose, ProseOrigin origin, Region region, CancellationToken cancel)
    {
        var terms = await cache.Get(region, "glossary terms", async () => new TermFinder(await reader.All(region, "voce", cancel)));
        var marked = new HashSet<Guid>();
        if (origin.Item is { } own)
            marked.Add(own.Id);
        var text = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin.Key)).AsSpan(0, 4));
        foreach (var block in prose.QuerySelectorAll("p, li, dd"))
        {
            if (block.Closest(Untouched) is not null)
                continue;
            foreach (var words in block.ChildNodes.OfType<IText>().ToList())
                Mark(words, terms, marked, entry => Marked(block.Owner!, entry, region, $"significato-{entry.Slug}-{text}"));
        }
    }

    private static void Mark(IText text, TermFinder terms, HashSet<Guid> marked, Func<Item, IElement> mark)
    {
        var rest = text;
        while (terms.First(rest.Data, marked) is { } found)
        {
            marked.Add(found.Entry.Id);
            var occurrence = rest.Split(found.Start);
            rest = occurrence.Split(found.Length);
            var box = mark(found.Entry);
            box.FirstElementChild!.TextContent = occurrence.Data;
            occurrence.ReplaceWith(box);
        }
    }

    private static IElement Marked(IDocument document, Item entry, Region region, string meaningId)
    {
        var link = document.CreateElement("a");
        link.ClassName = "term";
        link.SetAttribute("href", $"{region.PathBase}/{entry.Path}");
        link.SetAttribute("aria-describedby", meaningId);
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
