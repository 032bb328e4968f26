using Hub.Content.Vocabularies;

namespace Hub.Content.Fields;

/// <summary>One reading of an item's values: what kinds may look up, and the issues found so far. For one thread.</summary>
/// <param name="vocabularies">Those of the region that the item belongs to.</param>
/// <param name="resolve">From <c>section/slug</c> to an item's id, or null when there is none.</param>
public sealed class FieldReading(VocabularySet vocabularies, Func<string, Guid?> resolve)
{
    private readonly List<Issue> issues = [];
    private readonly Stack<string> path = new();

    public IReadOnlyList<Issue> Issues => issues;

    public VocabularySet Vocabularies { get; } = vocabularies;

    public Guid? Resolve(string address) => resolve(address);

    /// <summary>Tells that a value is not good.</summary>
    /// <param name="textKey">Key of the message in the resource texts.</param>
    public void Fail(string field, IssueKind kind, string textKey, params object?[] arguments) =>
        issues.Add(new Issue(Path(field), kind, Texts.Get(textKey, arguments)));

    /// <inheritdoc cref="Fail(string, IssueKind, string, object?[])"/>
    public void Invalid(string field, string textKey, params object?[] arguments) =>
        Fail(field, IssueKind.Invalid, textKey, arguments);

    /// <summary>Reads one row of a group: issues found in it carry the row's path.</summary>
    public T InRow<T>(string group, int index, Func<T> read)
    {
        path.Push($"{group}[{index}].");
        try
        {
            return read();
        }
        finally
        {
            path.Pop();
        }
    }

    private string Path(string field) => path.Count == 0 ? field : string.Concat(path.Reverse()) + field;
}
