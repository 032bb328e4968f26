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
        if (_decoded != _block || !_hasFrequencies)
            DecodeAll(_block);
        fixed (int* own = _documents, frequencies = _frequencies, asked = documents)
        fixed (float* table = _table, sums = scores)
        {
            var index = 0;
            for (var i = from; i < end; i++)
            {
                var document = asked[i];
                index = FirstFrom(own, index, document);
                var frequency = frequencies[index];
                var code = _norms[document];
                var score = frequency <= TabulatedFrequencies ? table[(frequency - 1) * Norm.Codes + code] : Compute(frequency, code);
                var found = own[index] == document;
                var sum = sums[i] + (found ? score : 0);
                asked[kept] = document;
                sums[kept] = sum;
                kept += (found | !required) & (sum >= least) ? 1 : 0;
            }
        }
        return kept;
    }
}
