using System.Runtime.InteropServices;
using Hub.Search.Postings;
using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>Finds phrases: first the documents that have all the words, then, only in these, whether the places fit.</summary>
internal static class PhraseMatcher
{
    /// <summary>The documents in ascending order, each with how often the phrase occurs.</summary>
    public static List<(int Document, int Frequency)> Find(SegmentContext segment, PhraseQuery query)
    {
        var stems = segment.Segment.Text(query.Field).Words is null;
        var postings = new TermPostings[query.Terms.Count];
        Bitmap? common = null;
        for (var i = 0; i < postings.Length; i++)
        {
            if (segment.Postings(query.Field, stems, query.Terms[i].Text) is not { } found)
                return [];
            postings[i] = found;
            var documents = new Bitmap(segment.Documents);
            segment.AddAll(found, documents);
            if (common is null)
                common = documents;
            else
                common.And(documents);
        }
        return common is null ? [] : Check(postings, common, query);
    }

    private static List<(int Document, int Frequency)> Check(TermPostings[] postings, Bitmap common, PhraseQuery query)
    {
        var readers = Array.ConvertAll(postings, term => new PositionReader(term));
        var places = Array.ConvertAll(postings, _ => new List<int>());
        var found = new List<(int, int)>();
        foreach (var document in common)
        {
            for (var i = 0; i < readers.Length; i++)
            {
                places[i].Clear();
                readers[i].Read(document, places[i]);
                var shift = query.Terms[i].Place;
                foreach (ref var place in CollectionsMarshal.AsSpan(places[i]))
                    place -= shift;
            }
            if (Occurrences(places, query.Slop) is var frequency and > 0)
                found.Add((document, frequency));
        }
        return found;
    }

    /// <summary>Moves the term that lies furthest back until all lie within the slop, as often as that can be had.</summary>
    private static int Occurrences(List<int>[] places, int slop)
    {
        var at = new int[places.Length];
        var occurrences = 0;
        while (true)
        {
            var least = 0;
            var furthest = int.MinValue;
            for (var i = 0; i < places.Length; i++)
            {
                if (at[i] == places[i].Count)
                    return occurrences;
                if (places[i][at[i]] < places[least][at[least]])
                    least = i;
                furthest = Math.Max(furthest, places[i][at[i]]);
            }
            if (furthest - places[least][at[least]] <= slop)
                occurrences++;
            at[least]++;
        }
    }
}
