using Hub.Content.Vocabularies;
using Hub.Content.Workflow;

namespace Hub.Web.Desk;

/// <summary>What a form offers to choose from, and what was remarked on it. Immutable.</summary>
/// <param name="Referable">The items that a field of references can name, by type; all of them under the empty key.</param>
/// <param name="Remarks">By name of the field.</param>
public sealed record Choices(VocabularySet Vocabularies, ILookup<string, Referable> Referable, ILookup<string, RemarkRow> Remarks)
{
    public static readonly Choices None = new(
        new VocabularySet([]), Array.Empty<Referable>().ToLookup(_ => ""), Array.Empty<RemarkRow>().ToLookup(_ => ""));

    /// <summary>An item by its id or by its section and slug; null for one that is not offered.</summary>
    public Referable? Find(string reference) =>
        Referable[""].FirstOrDefault(item => item.Path == reference.TrimStart('/') || item.Id == reference);
}

/// <summary>An item that another may refer to.</summary>
/// <param name="Path">Section and slug.</param>
public sealed record Referable(string Id, string Type, string Path, string Title);
