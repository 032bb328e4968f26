using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Kernel.Regions;

namespace Hub.Content.Files;

/// <summary>
/// Brings a file of a module's own into a region, and out again: <c>content/&lt;region&gt;/&lt;name&gt;.yml</c>. Called after the
/// region's vocabularies and items. Harmless when repeated.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IImportStep
{
    /// <summary>The file's name without ending.</summary>
    string Name { get; }

    /// <param name="content">Hostile; scalars are strings.</param>
    /// <returns>What was refused, in Italian.</returns>
    Task<IReadOnlyList<Issue>> Import(Region region, JsonObject content, CancellationToken cancel);

    /// <summary>The file's content, the same for the same state; null when there is nothing to write.</summary>
    Task<JsonObject?> Export(Region region, CancellationToken cancel);
}
