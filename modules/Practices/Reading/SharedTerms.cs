namespace Hub.Practices.Reading;

/// <summary>
/// Practices by their terms: which of many share most with one. One list of practices for each term, so that a question
/// costs as much as these lists are long. For one thread at a time.
/// </summary>
public sealed class SharedTerms
{
    private readonly Dictionary<string, List<int>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> places = [];
    private readonly List<(Guid Id, int Day)> told = [];
    private byte[] shared = [];

    /// <summary>How many practices there are.</summary>
    public int Count => places.Count;

    /// <summary>Adds a practice, or takes its new terms.</summary>
    /// <param name="day">Of its last change; among equals the newest come first.</param>
    public void Put(Guid practice, int day, IEnumerable<string> terms)
    {
        Remove(practice);
        var place = told.Count;
        told.Add((practice, day));
        places[practice] = place;
        foreach (var term in terms.Distinct(StringComparer.Ordinal))
        {
            if (!byTerm.TryGetValue(term, out var list))
                byTerm[term] = list = [];
            list.Add(place);
        }
    }

    /// <summary>Its place stays empty until the whole is built again.</summary>
    public void Remove(Guid practice)
    {
        if (places.Remove(practice, out var place))
            told[place] = (Guid.Empty, 0);
    }

    /// <summary>The practices that share most of these terms, the likest first; none that shares nothing.</summary>
    public IReadOnlyList<Likeness> Likest(IEnumerable<string> terms, Guid except, int most)
    {
        if (shared.Length < told.Count)
            shared = new byte[told.Count * 2];
        var lists = terms.Distinct(StringComparer.Ordinal).Take(byte.MaxValue).Select(term => byTerm.GetValueOrDefault(term)).OfType<List<int>>().ToList();
        foreach (var list in lists)
        {
            foreach (var place in list)
                shared[place]++;
        }

        var best = new PriorityQueue<Likeness, Likeness>(most + 1, Likeness.WorstFirst);
        foreach (var list in lists)
        {
            foreach (var place in list)
            {
                if (shared[place] == 0)
                    continue; // looked at already
                var (id, day) = told[place];
                if (id != Guid.Empty && id != except)
                    best.Keep(new Likeness(id, shared[place], day), most);
                shared[place] = 0;
            }
        }

        return best.Drained();
    }
}

/// <summary>A practice that is like another.</summary>
/// <param name="Shared">How many terms they share.</param>
/// <param name="Day">Of its last change.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Likeness(Guid Id, int Shared, int Day)
{
    internal static readonly IComparer<Likeness> WorstFirst = Comparer<Likeness>.Create((one, other) =>
        one.Shared != other.Shared ? one.Shared.CompareTo(other.Shared) : one.Day != other.Day ? one.Day.CompareTo(other.Day) : other.Id.CompareTo(one.Id));
}

/// <summary>A queue that keeps the best few.</summary>
file static class BestFew
{
    public static void Keep(this PriorityQueue<Likeness, Likeness> queue, Likeness one, int most)
    {
        queue.Enqueue(one, one);
        if (queue.Count > most)
            queue.Dequeue();
    }

    public static IReadOnlyList<Likeness> Drained(this PriorityQueue<Likeness, Likeness> queue)
    {
        var all = new Likeness[queue.Count];
        while (queue.Count > 0)
            all[queue.Count - 1] = queue.Dequeue();
        return all;
    }
}
