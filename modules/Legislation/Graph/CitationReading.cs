using Hub.Citations;
using Hub.Legislation.Norms;

namespace Hub.Legislation.Graph;

/// <summary>
/// What is known of an item when its texts are read: its region, the norms that it declares, its day. They settle what the
/// words leave open and never overrule them; what stays open is no citation.
/// </summary>
internal sealed class CitationReading
{
    /// <summary>Raised when texts are read differently: everything is then read again.</summary>
    public const int Version = 2;

    private const string StateLaw = "stato:legge:";

    private readonly Citations.Region? region;
    private readonly IReadOnlyList<string> declared;
    private readonly HashSet<string> declaredActs;
    private readonly DateOnly? writtenOn;

    public CitationReading(string regionId, IReadOnlyList<string> declared, DateOnly? writtenOn)
    {
        region = Citations.Region.Find(regionId);
        this.declared = declared;
        this.writtenOn = writtenOn;
        declaredActs = declared.Select(identifier => NormKey.Of(identifier)?.Act).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public static CitationReading For(Item item) => new(item.Region, CitedText.Declared(item.Data), item.Updated);

    /// <summary>The citations of a text that are settled, in its order.</summary>
    public IEnumerable<CitedPlace> In(CitedText text)
    {
        if (NormKey.Of(text.Text) is { } named && text.Format == TextFormat.Plain)
            return [new CitedPlace(0, text.Text.Length, text.Text, [named], AddressOf(named), false)];
        return Find(text).Select(Settled).OfType<CitedPlace>();
    }

    /// <summary>The citations of a text that nothing settles, or that cannot be right as they are written.</summary>
    public IEnumerable<Citation> Doubtful(CitedText text) =>
        Find(text).Where(citation => citation.Problems.Count > 0 || (citation.Ambiguous && Settled(citation) is null));

    private IReadOnlyList<Citation> Find(CitedText text) =>
        CitationFinder.Find(text.Text, new CitationOptions { Format = text.Format, Region = region, Declared = declared, WrittenOn = writtenOn });

    private CitedPlace? Settled(Citation citation)
    {
        var names = citation.Identifiers;
        var isLikely = false;
        if (citation.Ambiguous)
        {
            names = [.. citation.Candidates.Where(candidate => NormKey.Of(candidate.Value) is { } key && declaredActs.Contains(key.Act))];
            if (names.Select(name => NormKey.Of(name.Value)?.Act).Distinct(StringComparer.Ordinal).Count() != 1)
                (names, isLikely) = (OfRegionInHand(citation), true);
        }

        var keys = names.Where(name => name.Scheme != IdentifierScheme.Eli).Select(name => NormKey.Of(name.Value)).OfType<NormKey>().Select(InDeclaredRegion).Distinct().ToList();
        return keys.Count == 0 ? null : new CitedPlace(citation.Start, citation.End, citation.Text, keys, keys[0].Act.StartsWith("regione.", StringComparison.Ordinal) ? null : names.FirstOrDefault(name => name.Address is not null)?.Address, isLikely);
    }

    private static Uri? AddressOf(NormKey key) =>
        key.Act.StartsWith("stato:", StringComparison.Ordinal) ? new Uri("https://www.normattiva.it/uri-res/N2Ls?" + key) : null;

    /// <summary>“La legge 11 del 2025” in a text that declares a region's law of that number and no law of the State is the region's.</summary>
    private NormKey InDeclaredRegion(NormKey key) =>
        key.Act.StartsWith(StateLaw, StringComparison.Ordinal) && !declaredActs.Contains(key.Act)
        && declaredActs.Where(act => act.StartsWith("regione.", StringComparison.Ordinal) && act.EndsWith(":legge:" + key.Act[StateLaw.Length..], StringComparison.Ordinal)).ToList() is [var regional]
            ? key with { Act = regional }
            : key;

    /// <summary>“LR 3/2023” in the portal of a region is that region's.</summary>
    private IReadOnlyList<Identifier> OfRegionInHand(Citation citation) =>
        region is not null && citation.Act is { Region: null } && citation.Preferred.All(name => name.Value.StartsWith($"urn:nir:{region.Authority}", StringComparison.Ordinal))
            ? citation.Preferred
            : [];
}

/// <summary>A place of a text that cites, with what it cites.</summary>
/// <param name="Keys">One for each article of a range; never empty.</param>
/// <param name="Address">Where the first of them can be read in public; null when no service resolves it.</param>
/// <param name="IsLikely">Settled by the region in hand alone.</param>
internal sealed record CitedPlace(int Start, int End, string Words, IReadOnlyList<NormKey> Keys, Uri? Address, bool IsLikely);
