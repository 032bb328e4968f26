using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>Documents whose number lies between two bounds, both included, either open if null; it does not score.</summary>
public sealed record RangeQuery(string Field, long? From, long? To) : Query
{
    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        var numbers = segment.Segment.Number(segment.Search.Schema.Require<NumberField>(Field).Name);
        for (var document = 0; document < segment.Documents; document++)
        {
            if (numbers[document] is { } number && !(number < From) && !(number > To))
                matches.Add(document);
        }
        return matches;
    }
}
