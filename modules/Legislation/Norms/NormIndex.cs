using Hub.Content.Changes;
using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Legislation.Decisions;

namespace Hub.Legislation.Norms;

/// <summary>
/// The norms and decisions that have a page, by their key: those of a region, of the nation, and, since an act of one
/// region is cited in others, of every region whose norms are on. For one scope.
/// </summary>
public sealed class NormIndex(ItemReader reader, RegionDirectory regions, ContentCache cache, VocabularyReader vocabularies)
{
    /// <summary>The regions whose norms are on, for the page's cache.</summary>
    public IEnumerable<Region> Asked => regions.Current.All.Where(region => region.Has(Norm.Feature));

    /// <summary>The page of an act: the region's own or national one, else another region's; null when nobody has one.</summary>
    public async ValueTask<KnownNorm?> Find(Region region, string act, CancellationToken cancel = default)
    {
        if ((await Of(region, cancel)).TryGetValue(act, out var own))
            return own;
        foreach (var other in Asked.Where(other => other.Id != region.Id && !other.IsNational))
        {
            if ((await Of(other, cancel)).TryGetValue(act, out var known) && known.Item.Region == other.Id)
                return known;
        }

        return null;
    }

    /// <summary>Those that readers of a region see in its own portal.</summary>
    public ValueTask<IReadOnlyDictionary<string, KnownNorm>> Of(Region region, CancellationToken cancel = default) => region.Has(Norm.Feature)
        ? cache.Get(region, "norms by act", () => Load(region, cancel))
        : ValueTask.FromResult<IReadOnlyDictionary<string, KnownNorm>>(new Dictionary<string, KnownNorm>(StringComparer.Ordinal));

    private async Task<IReadOnlyDictionary<string, KnownNorm>> Load(Region region, CancellationToken cancel)
    {
        var words = await vocabularies.Read(region, cancel);
        var known = new Dictionary<string, KnownNorm>(StringComparer.Ordinal);
        var norms = (await reader.All(region, Norm.TypeId, cancel)).Select(item => (Item: item, item.As<Norm>().Identifier, item.As<Norm>().Label, State: item.As<Norm>().State is [var state, ..] ? words.NameOf("stato-norma", state) : ""));
        var decisions = (await reader.All(region, CaseLaw.TypeId, cancel)).Select(item => (Item: item, item.As<CaseLaw>().Identifier, item.As<CaseLaw>().Label, State: ""));
        foreach (var (item, identifier, label, state) in norms.Concat(decisions).OrderBy(norm => norm.Item.Region == region.Id ? 0 : 1))
        {
            if (NormKey.Of(identifier) is { } key)
                known.TryAdd(key.Act, new KnownNorm(key.Act, item, region, label, state));
        }

        return known;
    }
}

/// <summary>An act or a decision that has a page.</summary>
/// <param name="Region">The portal that shows it.</param>
/// <param name="Label">“d.lgs. 117/2017”.</param>
/// <param name="State">In the region's words, such as “vigente”; empty for a decision.</param>
public sealed record KnownNorm(string Act, Item Item, Region Region, string Label, string State)
{
    /// <summary>Whether the page tells the article too.</summary>
    public bool Has(string article) => Item.Type == Norm.TypeId && Item.As<Norm>().Articles.Any(one => one.Number == article);

    /// <summary>Path of the page within its portal, down to the article where it is told: <c>norme/dlgs-117-2017/articoli/55</c>.</summary>
    public string PathOf(string article) => article.Length > 0 && Has(article) ? $"{Item.Path}/articoli/{article}" : Item.Path;
}
