using Hub.Content.Vocabularies;
using Hub.Kernel.Regions;
using Hub.Web.Items;

namespace Hub.SiteSearch.Search;

/// <summary>The facets of lists and searches: type, region, year and status beside what the types declare, and their words. For one scope.</summary>
public sealed class SearchFacets(ContentTypes types, RegionDirectory regions, VocabularyReader vocabularies, ItemReader reader)
{
    public const string Type = "tipo";
    public const string Region = "regione";
    public const string Year = "anno";
    public const string Status = "stato";

    /// <summary>Not a facet, but kept in addresses like one: <c>ambito=tutte</c> looks into all regions.</summary>
    public const string Scope = "ambito";

    private static readonly string[] Reserved = [Type, Region, Year, Status, Scope, "q", "ordine", "pagina", "quanti"];

    /// <summary>The vocabularies that readers of every type know.</summary>
    private static readonly string[] Leading = ["territori", "istituti", "aree", "target", "fasi", "argomenti"];

    /// <summary>The fields by which a type's list is filtered; one that has the name of a general facet is left out.</summary>
    public static IReadOnlyList<FieldDefinition> OfType(TypeDefinition type) => [.. type.Facets.Where(field => !Reserved.Contains(field.Name))];

    /// <summary>
    /// The fields by which everything is filtered, each name once: territory, instrument, area, target, phase, topic; and, where one
    /// type is chosen, whatever else it declares.
    /// </summary>
    /// <param name="chosen">Ids of the types that are filtered by.</param>
    public IReadOnlyList<FieldDefinition> OfAll(IReadOnlyCollection<string> chosen) =>
        [.. types.All.SelectMany(type => OfType(type).Where(field => PlaceOf(field) < Leading.Length || (chosen.Count == 1 && chosen.Contains(type.Id))))
            .DistinctBy(field => field.Name).OrderBy(PlaceOf)];

    /// <summary>The facets of an answer that can narrow it, with their words.</summary>
    /// <param name="declared">The fields of the types.</param>
    public async Task<IReadOnlyList<FacetModel>> Read(
        RegionSearch search, SearchAnswer answer, IReadOnlyList<FieldDefinition> declared, CancellationToken cancel) =>
        [.. (await All(search, answer, declared, cancel)).Where(facet => facet.CanNarrow(answer.Total))];

    /// <summary>The same with those that can narrow nothing; for counting.</summary>
    /// <param name="declared">The fields of the types.</param>
    public async Task<IReadOnlyList<FacetModel>> All(
        RegionSearch search, SearchAnswer answer, IReadOnlyList<FieldDefinition> declared, CancellationToken cancel)
    {
        var query = search.Query;
        var words = await vocabularies.Read(search.Region, cancel);
        var others = new List<VocabularySet>();
        if (search.Everywhere)
        {
            foreach (var other in regions.Current.All)
                others.Add(await vocabularies.Read(other, cancel));
        }

        var titles = await ListQuery.Titles(reader, search.Everywhere ? null : search.Region, declared, answer.Facets, cancel);
        var facets = new List<FacetModel>();
        foreach (var name in query.Facets.Where(answer.Facets.ContainsKey))
        {
            var field = declared.FirstOrDefault(field => field.Name == name);
            facets.Add(FacetModel.Of(
                name, LabelOf(name, field), Ordered(name, [.. answer.Facets[name].Where(count => field is null || !others.Any(set => set.Find(field.Of)?.Former.ContainsKey(count.Value) == true))]), query, field is null ? null : words.Find(field.Of), value => ValueLabel(name, field, value, others, titles)));
        }

        return facets;
    }

    private static int PlaceOf(FieldDefinition field) =>
        field.KindId == "places" ? 0 : Array.IndexOf(Leading, field.Of) is >= 0 and var place ? place : Leading.Length;

    private static string LabelOf(string name, FieldDefinition? field) => field?.Label ?? name switch
    {
        Type => Texts.In["Facet.Type"],
        Region => Texts.In["Facet.Region"],
        Year => Texts.In["Facet.Year"],
        _ => Texts.In["Facet.Status"],
    };

    /// <summary>Years stand newest first, all else most frequent first.</summary>
    private static IReadOnlyList<FacetCount> Ordered(string name, IReadOnlyList<FacetCount> counts) =>
        name == Year ? [.. counts.OrderByDescending(count => count.Value, StringComparer.Ordinal)] : counts;

    private string ValueLabel(string name, FieldDefinition? field, string value, IEnumerable<VocabularySet> others, IReadOnlyDictionary<Guid, string> titles) => name switch
    {
        _ when field is not null => others.Select(set => set.Find(field.Of)?.Find(value)?.Name).FirstOrDefault(label => label is not null) ?? FacetModel.LabelOf(field, value, titles),
        Type => types.Find(value)?.Plural ?? value,
        Region when value == RegionDefinition.NationalId => Texts.In["Facet.National"],
        Region => regions.Current.Find(value)?.Name ?? value,
        Status => Texts.In[value == Content.Items.Status.ToRecheck.Code() ? "Facet.ToRecheck" : "Facet.Published"],
        _ => value,
    };
}
