using System.Text;
using Hub.Search.Searching;

namespace Hub.Search.Queries;

/// <summary>Documents that have one of some keywords; it does not score. A level of a hierarchy finds everything below it.</summary>
public sealed record ValueQuery(string Field, params IReadOnlyList<string> Values) : Query
{
    internal override Bitmap Match(SegmentContext segment)
    {
        var matches = new Bitmap(segment.Documents);
        var reader = segment.Segment.Keyword(segment.Search.Schema.Require<KeywordField>(Field).Name);
        foreach (var value in Values)
        {
            if (reader.Values.TryRead(Encoding.UTF8.GetBytes(value), out var postings))
                segment.AddAll(postings, matches);
        }
        return matches;
    }
}
