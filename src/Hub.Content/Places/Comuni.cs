using System.Collections.Frozen;

namespace Hub.Content.Places;

/// <summary>All comuni, from ISTAT's list (see <c>comuni.csv</c> for source and date). Read once, at first use; thread-safe.</summary>
public static class Comuni
{
    private static readonly Lazy<(FrozenDictionary<string, Comune> ByCode, ILookup<string, Comune> ByName)> Loaded = new(Load);

    public static IEnumerable<Comune> All => Loaded.Value.ByCode.Values;

    /// <summary>
    /// The comune of an ISTAT code, or of a name that no other comune has; of others with the province: <c>Castro (LE)</c>.
    /// Null when there is none.
    /// </summary>
    public static Comune? Find(string codeOrName)
    {
        if (Loaded.Value.ByCode.TryGetValue(codeOrName, out var comune))
            return comune;
        if (codeOrName is [.. { Length: > 0 } name, ' ', '(', _, _, ')'])
            return Loaded.Value.ByName[name.ToUpperInvariant()].FirstOrDefault(found => codeOrName.AsSpan(name.Length + 2, 2).Equals(found.Province, StringComparison.OrdinalIgnoreCase));
        var named = Loaded.Value.ByName[codeOrName.ToUpperInvariant()].Take(2).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    private static (FrozenDictionary<string, Comune> ByCode, ILookup<string, Comune> ByName) Load()
    {
        using var stream = typeof(Comuni).Assembly.GetManifestResourceStream("Hub.Content.Places.comuni.csv")!;
        using var reader = new StreamReader(stream);
        var all = new List<Comune>(8000);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Split(';');
            all.Add(new Comune(parts[0], parts[1], parts[2], parts[3]));
        }

        return (all.ToFrozenDictionary(comune => comune.Code, StringComparer.Ordinal),
            all.ToLookup(comune => comune.Name.ToUpperInvariant(), StringComparer.Ordinal));
    }
}
