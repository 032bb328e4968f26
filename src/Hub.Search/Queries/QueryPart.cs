namespace Hub.Search.Queries;

internal enum PartKind
{
    Words,
    Phrase,
    Prefix,
    Fuzzy,
}

internal enum PartSign
{
    None,
    Required,
    Excluded,
}

/// <summary>A piece of a typed query: a part, or parts in parentheses or joined by OR.</summary>
internal abstract record QueryNode(PartSign Sign)
{
    /// <summary>Whether nothing in it but keywords and numbers is asked for, so that it filters and does not score.</summary>
    public abstract bool IsFilter { get; }
}

/// <summary>A part without structure. <c>Number</c> is a phrase's slop or the edits of a misspelt word.</summary>
internal sealed record QueryPart(PartKind Kind, PartSign Sign, Field? Field, string Text, int Start, int Number = 0) : QueryNode(Sign)
{
    public override bool IsFilter => Field is KeywordField or NumberField;

    /// <summary>Whether it is running text, which may be joined with its neighbours.</summary>
    public bool IsPlain => this is { Kind: PartKind.Words, Sign: PartSign.None, Field: null };
}

/// <summary>Parts that count as one: alternatives if <paramref name="Any"/>, otherwise a query of their own.</summary>
internal sealed record QueryGroup(PartSign Sign, IReadOnlyList<QueryNode> Parts, bool Any) : QueryNode(Sign)
{
    public override bool IsFilter => Parts.Count > 0 && Parts.All(part => part.IsFilter);
}
