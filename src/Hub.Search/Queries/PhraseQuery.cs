using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>
/// Words in this order in a text field. <paramref name="Slop"/> is by how many words they may be displaced against each other;
/// with some, their order may differ too. The field's positions have to belong to the kind of term given.
/// </summary>
public sealed record PhraseQuery(string Field, IReadOnlyList<PhraseTerm> Terms, int Slop = 0) : Query
{
    internal override bool IsSingleLeaf => true;

    internal override MatchPlan Plan(SegmentContext segment) =>
        Boost > 0 ? new MatchPlan(LeafRule.Any, null, IsOpen: false) : base.Plan(segment);

    internal override void AddMarks(SearchContext search, Marks marks)
    {
        var stems = !search.Schema.Require<TextField>(Field).Forms.HasFlag(WordForms.Words);
        foreach (var term in Terms)
            marks.Add(term.Text, stems, search.Rarity(search.Find(Field, stems, term.Text).DocumentCount));
    }

    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        foreach (var (document, _) in PhraseMatcher.Find(segment, this))
            matches.Add(document);
        return matches;
    }

    internal override unsafe void AddLeaves(SegmentContext segment, float boost, List<Leaf> leaves)
    {
        var found = PhraseMatcher.Find(segment, this);
        if (found.Count == 0 || boost * Boost <= 0)
            return;
        var statistics = segment.Search.Field(Field);
        var stems = !statistics.Field.Forms.HasFlag(WordForms.Words);
        var weight = boost * Boost * statistics.Field.Weight * Terms.Sum(term => segment.Search.Rarity(segment.Search.Find(Field, stems, term.Text).DocumentCount));
        var norms = segment.Segment.Text(Field).Norms;
        var documents = new int[found.Count];
        var scores = new float[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            (documents[i], var frequency) = found[i];
            scores[i] = ScoreGrid.Round((float)weight * (frequency / (frequency + statistics.Denominators[norms[documents[i]]])));
        }
        leaves.Add(new ComputedLeaf(documents, scores, segment.Documents) { Name = $"{Field} \"{string.Join(' ', Terms.Select(term => term.Text))}\"" });
    }
}

/// <summary>A term of a phrase with its place, counted in words from any start.</summary>
public readonly record struct PhraseTerm(string Text, int Place);
