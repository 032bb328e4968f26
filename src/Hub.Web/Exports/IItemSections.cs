using System.Text.Json.Nodes;
using Hub.Content.Items;

namespace Hub.Web.Exports;

/// <summary>
/// Tells in the files that an item is taken away as what its versions don't say: what somebody else found of it, or did with it.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IItemSections
{
    /// <summary>Id of the type whose items it knows.</summary>
    string Type { get; }

    /// <summary>What stands below the item's own fields, in order; nothing that readers of its page don't see, and nobody's personal data.</summary>
    Task<IReadOnlyList<ItemSection>> Of(Item item, CancellationToken cancel);
}

/// <summary>A part of a file: a heading, sentences, and a table.</summary>
/// <param name="Paragraphs">Plain text.</param>
public sealed record ItemSection(string Title, params IReadOnlyList<string> Paragraphs)
{
    /// <summary>Names the columns; empty for no table.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>Each with a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>The same for programs: properties of schema.org, each with a list.</summary>
    public JsonObject Data { get; init; } = [];
}
