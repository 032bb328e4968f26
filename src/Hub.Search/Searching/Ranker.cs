using System.Runtime.InteropServices;
using Hub.Search.Analysis;
using Hub.Search.Queries;

namespace Hub.Search.Searching;

/// <summary>Puts candidates in order by reading where the query's words and their relatives stand in them.</summary>
internal sealed class Ranker(SearchContext search, Ranking ranking, IReadOnlyList<TypedWord> typed)
{
    /// <summary>Words further apart than this have nothing to do with each other.</summary>
    private const int Reach = 30;

    /// <summary>A relative doesn't take the place of the word itself when that came as shortly before.</summary>
    private const int Shortly = 12;

    private const int MaxWords = 24;

    /// <summary>How many of the best by sum tell which words set candidates apart.</summary>
    private const int Contrasted = 30;

    private readonly TypedWord[] _typed = [.. typed.Take(MaxWords)];

    public List<ScoredDocument> Order(IReadOnlyList<ScoredDocument> candidates)
    {
        var byDocument = candidates.OrderBy(candidate => candidate.Document).ToArray();
        var scores = Array.ConvertAll(byDocument, candidate => ranking.Sum * candidate.Score);
        foreach (var field in search.Schema.TextFields)
        {
            if (field.Forms.HasFlag(WordForms.Words) && _typed.Length > 0)
                Read(field, byDocument, scores);
        }
        for (var i = 0; i < byDocument.Length; i++)
            byDocument[i] = new ScoredDocument(scores[i] * Lift(byDocument[i].Document), byDocument[i].Document);
        return [.. byDocument.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document)];
    }

    private void Read(TextField field, ScoredDocument[] byDocument, float[] scores)
    {
        var families = Array.ConvertAll(_typed, word => WordFamily.Of(search, field.Name, word));
        var weights = new float[families.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = families[i].Rarity * WeaknessOf(_typed[i]);
        for (var i = 0; i < _typed.Length; i++)
        {
            if (Array.FindIndex(_typed, word => string.Equals(word.Word, _typed[i].Word, StringComparison.Ordinal)) < i)
                weights[i] = 0;
        }
        var occurrences = byDocument.Select(_ => new List<Occurrence>()).ToArray();
        for (var word = 0; word < families.Length; word++)
            Collect(field.Name, families[word], word, byDocument, occurrences);
        var contrasts = Contrasts(byDocument, occurrences, weights);
        var denominators = search.Field(field.Name).Denominators;
        var pairs = new uint[byDocument.Length];
        var judged = new float[byDocument.Length];
        for (var i = 0; i < byDocument.Length; i++)
        {
            var places = CollectionsMarshal.AsSpan(occurrences[i]);
            places.Sort(static (a, b) => a.Position.CompareTo(b.Position));
            judged[i] = Judge(places, weights, contrasts, denominators[NormOf(field.Name, byDocument[i].Document)]);
            pairs[i] = Neighbours(places);
        }
        var rarities = PairRarities(pairs, weights);
        for (var i = 0; i < byDocument.Length; i++)
        {
            var neighbours = 0f;
            for (var pair = 0; pair < rarities.Length; pair++)
                neighbours += (pairs[i] >> pair & 1) * rarities[pair];
            scores[i] += field.Weight * (judged[i] + ranking.Neighbours * neighbours);
        }
    }

    /// <summary>How rare each word is among the best candidates.</summary>
    private float[] Contrasts(ScoredDocument[] byDocument, List<Occurrence>[] occurrences, float[] weights)
    {
        var best = Enumerable.Range(0, byDocument.Length).OrderByDescending(i => byDocument[i].Score).ThenBy(i => i).Take(Contrasted).ToArray();
        var having = new float[weights.Length];
        Span<float> closest = stackalloc float[MaxWords];
        foreach (var candidate in best)
        {
            closest.Clear();
            foreach (var occurrence in occurrences[candidate])
                closest[occurrence.Word] = Math.Max(closest[occurrence.Word], occurrence.Kinship);
            for (var word = 0; word < having.Length; word++)
                having[word] += closest[word];
        }
        var contrasts = new float[weights.Length];
        for (var word = 0; word < contrasts.Length; word++)
        {
            if (weights[word] > 0)
                contrasts[word] = WeaknessOf(_typed[word]) * (float)Math.Log(1 + (best.Length - having[word] + 0.5) / (having[word] + 0.5));
        }
        return contrasts;
    }

    private static float WeaknessOf(TypedWord word) => ItalianWeakWords.Contains(word.Word) ? ItalianWeakWords.Weight : 1;

    /// <summary>
    /// How rare each pair of neighbours is. Documents that have a pair with content are mostly among the candidates, so they are
    /// counted against all documents; pairs of mere grammar are as frequent elsewhere as here.
    /// </summary>
    private float[] PairRarities(uint[] pairs, float[] weights)
    {
        var rarities = new float[MaxWords];
        for (var pair = 0; pair + 1 < weights.Length; pair++)
        {
            var grammar = _typed[pair].IsStopWord && _typed[pair + 1].IsStopWord;
            rarities[pair] = (float)Postings.Bm25.Rarity(grammar ? pairs.Length : search.Documents, pairs.Count(found => (found >> pair & 1) != 0));
        }
        return rarities;
    }

    private void Collect(string field, WordFamily family, int word, ScoredDocument[] byDocument, List<Occurrence>[] occurrences)
    {
        var positions = new List<int>();
        foreach (var (member, kinship) in family.Members)
        {
            SegmentContext? segment = null;
            PositionReader? reader = null;
            for (var i = 0; i < byDocument.Length; i++)
            {
                var (at, document) = search.Locate(byDocument[i].Document);
                if (at != segment)
                {
                    segment = at;
                    reader = at.Postings(field, stems: false, member) is { } postings ? new PositionReader(postings) : null;
                }
                positions.Clear();
                if (reader is null || reader.Read(document, positions) == 0)
                    continue;
                foreach (var position in positions)
                    occurrences[i].Add(new Occurrence(position, word, kinship));
            }
        }
    }

    private float Judge(Span<Occurrence> occurrences, float[] weights, float[] contrasts, float denominator)
    {
        Span<float> frequencies = stackalloc float[MaxWords];
        frequencies.Clear();
        foreach (var occurrence in occurrences)
            frequencies[occurrence.Word] += occurrence.Kinship;
        var kinship = 0f;
        for (var word = 0; word < weights.Length; word++)
        {
            if (frequencies[word] > 0)
                kinship += (ranking.Kinship * weights[word] + ranking.Contrast * contrasts[word]) * frequencies[word] / (frequencies[word] + denominator);
        }
        return kinship + ranking.Nearness * Nearness(occurrences, weights);
    }

    /// <summary>The best place: there, every word of the query counts less the further back it came last.</summary>
    private static float Nearness(ReadOnlySpan<Occurrence> occurrences, float[] weights)
    {
        Span<int> last = stackalloc int[MaxWords];
        Span<float> kinship = stackalloc float[MaxWords];
        last.Fill(-2 * Reach);
        kinship.Clear();
        var best = 0f;
        foreach (var occurrence in occurrences)
        {
            if (weights[occurrence.Word] == 0)
                continue;
            if (occurrence.Position - last[occurrence.Word] > Shortly || occurrence.Kinship >= kinship[occurrence.Word])
            {
                last[occurrence.Word] = occurrence.Position;
                kinship[occurrence.Word] = occurrence.Kinship;
            }
            var sum = 0f;
            for (var word = 0; word < weights.Length; word++)
            {
                var distance = occurrence.Position - last[word];
                if (distance < Reach)
                    sum += weights[word] * kinship[word] * (1 - distance / (float)Reach);
            }
            best = Math.Max(best, sum);
        }
        return best;
    }

    /// <summary>One bit for every word of the query that is found just before the query's next word, both as they were typed.</summary>
    private uint Neighbours(ReadOnlySpan<Occurrence> occurrences)
    {
        var found = 0u;
        for (var i = 0; i < occurrences.Length; i++)
        {
            var first = occurrences[i];
            if (first.Kinship < 1 || first.Word + 1 >= _typed.Length || _typed[first.Word + 1].Place != _typed[first.Word].Place + 1)
                continue;
            for (var j = i + 1; j < occurrences.Length && occurrences[j].Position <= first.Position + 1; j++)
            {
                if (occurrences[j].Position == first.Position + 1 && occurrences[j].Word == first.Word + 1 && occurrences[j].Kinship >= 1)
                    found |= 1u << first.Word;
            }
        }
        return found;
    }

    private unsafe byte NormOf(string field, int document)
    {
        var (segment, local) = search.Locate(document);
        return segment.Segment.Text(field).Norms[local];
    }

    private float Lift(int document)
    {
        var factor = 1f;
        foreach (var lift in ranking.Lifts)
        {
            var (segment, local) = search.Locate(document);
            factor *= lift.Factor(segment.Segment.Number(lift.Field)[local]);
        }
        return factor;
    }

    private readonly record struct Occurrence(int Position, int Word, float Kinship);
}
