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

    /// <summary>Before an item goes to another status, by saving or by a decision. May refuse by adding issues.</summary>
    Task Moving(ItemMove move, List<Issue> issues, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Before an item that readers never saw is deleted. May refuse by adding issues; else takes out what the module keeps of it.
    /// Also asked to tell whether it may be deleted: then nothing of what it does is kept.
    /// </summary>
    Task Deleting(ItemMove move, List<Issue> issues, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>One item is made of two: what the module keeps of the other is the kept one's from now on. Before the kept one's new version is stored.</summary>
    Task Merging(Guid kept, Guid other, TypeDefinition type, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A version went live, for the first time or in place of another.</summary>
    Task Published(Item item, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The item is no longer shown.</summary>
    Task Withdrawn(Guid itemId, TypeDefinition type, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>An item on its way to another status, or out of the hub.</summary>
/// <param name="Type">Id of its type.</param>
/// <param name="Version">Number of its latest version.</param>
/// <param name="From">Null for an item that is made just now.</param>
/// <param name="Reason">In the actor's words; empty when none was given.</param>
public sealed record ItemMove(Guid Id, string Region, string Type, int Version, Status? From, Status To, Actor Actor, string Reason);
