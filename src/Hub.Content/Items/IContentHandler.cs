using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Types;

namespace Hub.Content.Items;

/// <summary>
/// Takes part in mutations of content, in their transaction: what it throws undoes them. Work that can wait follows the
/// change log instead.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IContentHandler
{
    /// <summary>Before a version is stored. May refuse it by adding issues to <paramref name="issues"/>; may not change data.</summary>
    Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A version went live, for the first time or in place of another.</summary>
    Task Published(Item item, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The item is no longer shown.</summary>
    Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel) => Task.CompletedTask;
}
