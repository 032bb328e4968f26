using System.Text;
using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>
/// Documents with a keyword between two bounds in the order of characters, both included, either open if null; what begins with the
/// upper bound is included too, so <c>..2023</c> holds <c>2023-12-31</c>. It does not score.
/// </summary>
public sealed record ValueRangeQuery(string Field, string? From, string? To) : Query
{
    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        var reader = segment.Segment.Keyword(segment.Search.Schema.Require<KeywordField>(Field).Name);
        var last = To is null ? null : Encoding.UTF8.GetBytes(To);
        var terms = reader.Values.Terms.From(Encoding.UTF8.GetBytes(From ?? ""));
        while (terms.Next() && (last is null || terms.Term.SequenceCompareTo(last) <= 0 || terms.Term.StartsWith(last)))
            segment.AddAll(reader.Values.Read(terms.Entry), matches);
        return matches;
    }
}
