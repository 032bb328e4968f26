using System.Runtime.CompilerServices;
using Hub.Search.Postings;

namespace Hub.Search.Searching;

/// <summary>Asking a term about documents that others brought up.</summary>
internal sealed unsafe partial class TermLeaf
{
    public override int Refine(float others, TopHits top, bool required, int[] documents, float[] scores, int count)
    {
        Enter(documents[0] >> Window.Shift);
        var least = top.Threshold - others;
        var kept = 0;
        for (var i = 0; i < count;)
        {
            MoveTo(documents[i]);
            var last = _block == _postings.BlockCount ? int.MaxValue : _postings.LastDocument(_block);
            var end = i + 1;
            var most = scores[i];
            for (; end < count && documents[end] <= last; end++)
                most = Math.Max(most, scores[end]);
            if (_block == _postings.BlockCount)
                kept = required ? kept : Keep(documents, scores, i, end, kept);
            else if (most + BlockBound(_block) >= least)
                kept = RefineInBlock(documents, scores, i, end, kept, required, least);
            i = end;
        }
        return kept;
    }

    private static int Keep(int[] documents, float[] scores, int from, int end, int kept)
    {
        for (var i = from; i < end; i++)
        {
            documents[kept] = documents[i];
            scores[kept++] = scores[i];
        }
        return kept;
    }

    /// <summary>Without a jump that depends on whether a document is found, since nobody could foresee it.</summary>
    private int RefineInBlock(int[] documents, float[] scores, int from, int end, int kept, bool required, float least)
    {
        if (_decoded != _block)
            Decode(_block);
        if (required)
            end = from + KeepFound(documents, scores, from, end);
        if (end == from)
            return kept;
        if (!_hasFrequencies)
            DecodeFrequencies();
        fixed (int* own = _documents, frequencies = _frequencies, asked = documents)
        fixed (float* table = _table, sums = scores)
        {
            for (var i = from; i < end; i++)
            {
                var document = asked[i];
                var index = PlaceOf(own, document);
                var frequency = frequencies[index];
                var code = _norms[document];
                var score = frequency <= TabulatedFrequencies ? table[(frequency - 1) * Norm.Codes + code] : Compute(frequency, code);
                var found = own[index] == document ? -1 : 0;
                var sum = sums[i] + BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(score) & found);
                asked[kept] = document;
                sums[kept] = sum;
                kept += sum >= least ? 1 : 0;
            }
        }
        return kept;
    }

    /// <summary>Moves the documents that the block has to the front, with what they scored so far; answers how many these are.</summary>
    private int KeepFound(int[] documents, float[] scores, int from, int end)
    {
        fixed (int* own = _documents, asked = documents)
        fixed (float* sums = scores)
        {
            var kept = from;
            for (var i = from; i < end; i++)
            {
                var document = asked[i];
                var sum = sums[i];
                asked[kept] = document;
                sums[kept] = sum;
                kept += own[PlaceOf(own, document)] == document ? 1 : 0;
            }
            return kept - from;
        }
    }

    /// <summary>
    /// The place of a document in a block that ends with it or a later one; the place of another if it isn't there. Halves the
    /// block six times by arithmetic on the sign of a difference.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(int* documents, int document)
    {
        var place = ((documents[31] - document) >> 31) & 32;
        place += ((documents[place + 15] - document) >> 31) & 16;
        place += ((documents[place + 7] - document) >> 31) & 8;
        place += ((documents[place + 3] - document) >> 31) & 4;
        place += ((documents[place + 1] - document) >> 31) & 2;
        return place + (((documents[place] - document) >> 31) & 1);
    }
}
