namespace Hub.Search.Queries;

/// <summary>What the parts of a typed query ask for, side by side.</summary>
internal sealed class Clauses
{
    private readonly List<Query> _must = [];
    private readonly List<Query> _should = [];
    private readonly List<Query> _mustNot = [];
    private readonly List<Query> _filter = [];

    /// <summary>Synonyms, and neighbours written as one.</summary>
    public List<Query> Alternatives { get; } = [];

    /// <summary>Where the queries of a part belong.</summary>
    public List<Query> Of(QueryNode node, bool allWords)
    {
        if (node.Sign == PartSign.Excluded)
            return _mustNot;
        if (node.IsFilter)
            return _filter;
        var isRequired = node.Sign == PartSign.Required || allWords || node is QueryGroup or QueryPart { Kind: PartKind.Phrase };
        return isRequired ? _must : _should;
    }

    /// <summary>What is required may also be had by an alternative.</summary>
    public Query Combine()
    {
        if (_must.Count == 0 && _should.Count == 0)
            return _mustNot.Count == 0 && _filter.Count == 0 ? new AllQuery() : new BooleanQuery { MustNot = _mustNot, Filter = _filter };
        if (_must.Count == 0)
            return new BooleanQuery { Should = [.. _should, .. Alternatives], MustNot = _mustNot, Filter = _filter };
        var required = new BooleanQuery { Must = _must };
        return Alternatives.Count == 0
            ? new BooleanQuery { Must = _must, Should = _should, MustNot = _mustNot, Filter = _filter }
            : new BooleanQuery { Must = [new BooleanQuery { Should = [required, .. Alternatives] }], Should = _should, MustNot = _mustNot, Filter = _filter };
    }
}
