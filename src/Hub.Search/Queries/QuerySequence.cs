namespace Hub.Search.Queries;

internal enum QueryJoin
{
    None,
    And,
    Or,
    Not,
}

/// <summary>Puts parts together by the signs between them: parts joined by AND, such chains joined by OR, and those side by side.</summary>
internal sealed class QuerySequence(string text, bool allWords)
{
    private readonly List<List<List<QueryNode>>> _side = [];
    private QueryJoin _join;
    private bool _not;

    /// <summary>Whether the last part is a mere word.</summary>
    public bool EndsPlainly => _side.Count == 0 || _side[^1][^1][^1] is QueryPart { IsPlain: true };

    /// <summary>A sign read before the next part.</summary>
    public void Announce(QueryJoin join)
    {
        if (join == QueryJoin.Not)
            _not = true;
        else
            _join = join;
    }

    public void Add(QueryNode node)
    {
        if (_not)
            node = node with { Sign = PartSign.Excluded };
        if (_join == QueryJoin.And && _side.Count > 0)
            _side[^1][^1].Add(node);
        else if (_join == QueryJoin.Or && _side.Count > 0)
            _side[^1].Add([node]);
        else
            _side.Add([[node]]);
        _join = QueryJoin.None;
        _not = false;
    }

    public List<QueryNode> Complete()
    {
        var nodes = new List<QueryNode>();
        foreach (var alternatives in _side)
        {
            if (alternatives.Count == 1)
                nodes.AddRange(Together(alternatives[0]));
            else if (!allWords && alternatives.TrueForAll(IsPlain))
                nodes.AddRange(alternatives.Select(alternative => alternative[0]));
            else
                nodes.Add(new QueryGroup(PartSign.None, [.. alternatives.Select(Alternative)], Any: true));
        }
        return JoinWords(nodes);
    }

    private static bool IsPlain(List<QueryNode> chain) => chain is [QueryPart { IsPlain: true }];

    private static QueryNode Alternative(List<QueryNode> chain) =>
        chain.Count == 1 ? chain[0] : new QueryGroup(PartSign.None, [.. Together(chain)], Any: false);

    /// <summary>What AND joins is required; parentheses without a sign change nothing where everything stands side by side.</summary>
    private static IEnumerable<QueryNode> Together(List<QueryNode> chain)
    {
        if (chain.Count > 1)
            return chain.Select(node => node.Sign == PartSign.None ? node with { Sign = PartSign.Required } : node);
        return chain[0] is QueryGroup { Sign: PartSign.None, Any: false } group ? group.Parts : chain;
    }

    /// <summary>Neighbouring words with nothing but blanks between them become one part.</summary>
    private List<QueryNode> JoinWords(List<QueryNode> nodes)
    {
        var joined = new List<QueryNode>();
        foreach (var node in nodes)
        {
            if (joined.Count > 0 && node is QueryPart { IsPlain: true } part && joined[^1] is QueryPart { IsPlain: true } last && AreNeighbours(last, part))
                joined[^1] = last with { Text = text[last.Start..(part.Start + part.Text.Length)] };
            else
                joined.Add(node);
        }
        return joined;
    }

    private bool AreNeighbours(QueryPart left, QueryPart right) => text.AsSpan(left.Start + left.Text.Length, right.Start - left.Start - left.Text.Length).IsWhiteSpace();
}
