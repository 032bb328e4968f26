namespace Hub.Search.Queries;

/// <summary>
/// Reads what people type. Words are wanted but not required, unless <see cref="AllWords"/>; <c>"in virgolette"</c> means exactly so,
/// with <c>~2</c> behind it up to two words apart; <c>-parola</c> or <c>NOT</c> excludes, <c>+parola</c> or <c>AND</c> requires,
/// <c>OR</c> or <c>o</c> gives the choice, parentheses hold together; <c>titolo:parola</c> asks one field, <c>anno:2020..2023</c> a
/// range; <c>parol*</c> is a beginning, <c>parola~</c> may be misspelt. Every text has a meaning: what cannot be read as a sign is
/// read as a word. What a text can cost is bounded by the limits here.
/// </summary>
public sealed class QueryParser(Schema schema, Synonyms? synonyms = null)
{
    /// <summary>Longer texts are cut here.</summary>
    public const int MaxLength = 2000;

    /// <summary>Further words are not looked for.</summary>
    public const int MaxWords = 64;

    /// <summary>Further parts are left out.</summary>
    internal const int MaxParts = 64;

    /// <summary>Phrases, beginnings and misspelt words beyond these are read as words.</summary>
    internal const int MaxPatterns = 8;

    /// <summary>What stands in deeper parentheses is read as if they weren't there.</summary>
    internal const int MaxDepth = 8;

    private readonly TypedText _text = new(schema, synonyms ?? Synonyms.None);

    /// <summary>Whether every word has to be found.</summary>
    public bool AllWords { get; init; }

    /// <summary>The query that a text means; without any word it finds everything.</summary>
    public TextQuery Parse(string? text)
    {
        var typed = new List<TypedWord>();
        var nodes = QueryText.Read(Cut(text ?? ""), schema, AllWords);
        return new TextQuery(Meaning(nodes, typed), typed);
    }

    private static string Cut(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    private Query Meaning(IReadOnlyList<QueryNode> nodes, List<TypedWord> typed)
    {
        var clauses = new Clauses();
        foreach (var node in nodes)
        {
            var queries = node is QueryPart part ? Translate(part, typed) : [Group((QueryGroup)node, typed)];
            clauses.Of(node, AllWords).AddRange(queries);
            if (node is QueryPart { Kind: PartKind.Words, Sign: not PartSign.Excluded, IsFilter: false } words && typed.Count < MaxWords)
                clauses.Alternatives.AddRange(_text.Alternatives(words.Text, Fields(words)));
        }
        return clauses.Combine();
    }

    private Query Group(QueryGroup group, List<TypedWord> typed)
    {
        var words = group.Sign == PartSign.Excluded ? [] : typed;
        return group.Any ? new BooleanQuery { Should = [.. group.Parts.Select(part => Meaning([part], words))] } : Meaning(group.Parts, words);
    }

    private static IReadOnlyList<string>? Fields(QueryPart part) => part.Field is TextField field ? [field.Name] : null;

    private List<Query> Translate(QueryPart part, List<TypedWord> typed)
    {
        if (part.Field is KeywordField keyword)
            return [part.Kind == PartKind.Phrase ? new ValueQuery(keyword.Name, part.Text) : RangeText.Values(keyword, part.Text)];
        if (part.Field is NumberField number)
            return RangeText.Numbers(number, part.Text) is { } range ? [range] : [];
        var fields = Fields(part) ?? [.. schema.TextFields.Where(field => field.Forms.HasFlag(WordForms.Words)).Select(field => field.Name)];
        return part.Kind switch
        {
            PartKind.Phrase => _text.Phrase(part.Text, Fields(part), part.Number) is { } phrase ? [phrase] : [],
            PartKind.Prefix => [new BooleanQuery { Should = [.. fields.Select(field => new PrefixQuery(field, part.Text))] }],
            PartKind.Fuzzy => [new BooleanQuery { Should = [.. fields.Select(field => new FuzzyQuery(field, part.Text, part.Number))] }],
            _ => _text.Words(part.Text, part.Start, Fields(part), typed.Count == 0 ? 0 : typed[^1].Place + 1, part.Sign == PartSign.Excluded ? [] : typed),
        };
    }
}
