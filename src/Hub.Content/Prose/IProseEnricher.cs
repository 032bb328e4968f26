using AngleSharp.Dom;
using Hub.Content.Items;
using Hub.Kernel.Regions;

namespace Hub.Content.Prose;

/// <summary>
/// Adds to rich text while it is made into HTML: glossary terms, links to norms. Runs before sanitising, so that nothing
/// it adds can harm; the result is kept until content changes.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IProseEnricher
{
    /// <param name="prose">May be changed in place.</param>
    Task Enrich(IElement prose, ProseOrigin origin, Region region, CancellationToken cancel);
}

/// <summary>Which text it is that is made into HTML.</summary>
/// <param name="Key">Names the text and its version; different for any two texts that may stand on one page.</param>
/// <param name="Item">Whose text it is; null for a text of no item.</param>
public sealed record ProseOrigin(string Key, Item? Item);
