namespace Hub.Content.Fields;

/// <summary>What is wrong with a value.</summary>
public enum IssueKind
{
    /// <summary>The value can't be what the field holds.</summary>
    Invalid,

    /// <summary>A required field is empty: fine in a draft, not beyond.</summary>
    Missing,

    /// <summary>There is no such field.</summary>
    Unknown,
}

/// <summary>Something that a person should mend before the item can be stored or published.</summary>
/// <param name="Field">Path of the field: <c>title</c>, <c>meetings[0].when</c>; empty for the whole item.</param>
/// <param name="Message">In Italian, for whoever wrote the value.</param>
public sealed record Issue(string Field, IssueKind Kind, string Message)
{
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}
