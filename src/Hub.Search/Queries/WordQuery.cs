using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>
/// A word that somebody typed, in one or all text fields: its inflections match, the folded word scores more, the exact form
/// more still. A word that the index does not have is taken for a slip, and its nearest neighbours are looked for.
/// </summary>
public sealed record WordQuery(string Word, string? Stem) : Query
{
    /// <summary>The part of the score that the folded word adds to its stem's; measured in <c>docs/explanation/search-relevance.md</c>.</summary>
    private const float WordShare = 0.4f;

    private const float ExactShare = 0.1f;
    private const float SlipShare = 0.6f;

    /// <summary>The fields to look in, null for every text field.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The word with its accents or capitals, if folding lost them.</summary>
    public string? Exact { get; init; }

    /// <summary>Where it was typed, counted in words.</summary>
    public int Place { get; init; }

    /// <summary>Whether a word that the index does not have may be replaced by near ones.</summary>
    public bool ForgivesSlips { get; init; } = true;

    internal override MatchPlan Plan(SegmentContext segment) =>
        Boost > 0 ? new MatchPlan(LeafRule.Any, null, IsOpen: false) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks)
    {
        foreach (var query in Expand(search))
            query.AddMarks(search, marks);
    }

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        foreach (var query in Expand(segment.Search))
            matches.Or(query.Match(segment));
        return matches;
    }

    internal override void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        foreach (var query in Expand(segment.Search))
            query.AddLeaves(segment, boost * Boost, leaves);
    }

    internal IEnumerable<TextField> FieldsIn(Schema schema) => Fields is null ? schema.TextFields : Fields.Select(schema.Require<TextField>);

    /// <summary>Whether any field has the word or an inflection of it.</summary>
    internal bool IsKnown(SearchContext search) => FieldsIn(search.Schema).Any(field =>
        search.Find(field.Name, stems: false, Word).DocumentCount > 0 || (Stem is not null && search.Find(field.Name, stems: true, Stem).DocumentCount > 0));

    /// <summary>How many edits are forgiven: none in short words, one in longer ones, two in long ones.</summary>
    internal static int EditsForgiven(string word) => word.AsSpan().ContainsAnyInRange('0', '9') ? 0 : word.Length switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    private IEnumerable<Query> Expand(SearchContext search)
    {
        var slips = ForgivesSlips && EditsForgiven(Word) > 0 && !IsKnown(search);
        foreach (var field in FieldsIn(search.Schema))
        {
            var stems = Stem is not null && field.Forms.HasFlag(WordForms.Stems);
            var words = field.Forms.HasFlag(WordForms.Words);
            if (slips && words)
            {
                yield return new FuzzyQuery(field.Name, Word, EditsForgiven(Word)) { Boost = SlipShare };
                continue;
            }
            if (stems)
                yield return new TermQuery(field.Name, Stem!, IsStem: true);
            if (words)
                yield return new TermQuery(field.Name, Word, IsStem: false) { Boost = stems ? WordShare : 1 };
            if (words && Exact is not null)
                yield return new TermQuery(field.Name, Exact, IsStem: false) { Boost = ExactShare };
        }
    }
}
