using AngleSharp.Dom;
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
    Task Enrich(IElement prose, Region region, CancellationToken cancel);
}
