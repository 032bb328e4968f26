using Hub.Content.Items;
using Hub.Content.Places;
using Hub.Content.Types;
using Hub.Content.Vocabularies;

namespace Hub.Web.Items;

/// <summary>A field by which a list can be filtered.</summary>
/// <param name="Name">The field's name, which is also the form's.</param>
public sealed record FacetModel(string Name, string Label, IReadOnlyList<FacetValue> Values)
{
    /// <summary>The facet of a field: values in the vocabulary's order, else the most frequent first; chosen ones always.</summary>
    public static FacetModel Of(FieldDefinition field, IReadOnlyList<FacetCount> counts, ItemQuery query, VocabularySet words, IReadOnlyDictionary<Guid, string>? titles = null) =>
        Of(field.Name, field.Label, counts, query, words.Find(field.Of), value => LabelOf(field, value, titles));

    /// <param name="vocabulary">Orders the values and names them; null when there is none.</param>
    /// <param name="labelOf">Names a value that the vocabulary doesn't have.</param>
    public static FacetModel Of(
        string name, string label, IReadOnlyList<FacetCount> counts, ItemQuery query, Vocabulary? vocabulary, Func<string, string> labelOf)
    {
        var chosen = query.Filters.TryGetValue(name, out var values) ? values : [];
        var known = counts.ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        foreach (var value in chosen)
            known.TryAdd(value, 0);
        var terms = vocabulary?.Terms.Where(term => known.ContainsKey(term.Code)).ToList() ?? [];
        var others = known.Keys.Except(terms.Select(term => term.Code), StringComparer.Ordinal)
            .Where(value => chosen.Contains(value) || labelOf(value) != value || (vocabulary is null && !Guid.TryParse(value, out _))); // a term that the region hides is none, nor is an item that nobody sees
        return new FacetModel(name, label,
        [
            .. terms.Select(term => new FacetValue(term.Code, term.Name, known[term.Code], chosen.Contains(term.Code), term.Depth)),
            .. others.Select(value => new FacetValue(value, labelOf(value), known[value], chosen.Contains(value), 0)),
        ]);
    }

    /// <summary>Whether choosing one of its values would leave less than all, or one is chosen.</summary>
    public bool CanNarrow(int total) => Values.Any(value => value.IsChosen || value.Count < total);

    /// <summary>What people read for a value of a field that has no vocabulary.</summary>
    /// <param name="titles">Of the items that references lead to.</param>
    public static string LabelOf(FieldDefinition field, string value, IReadOnlyDictionary<Guid, string>? titles = null) => field.KindId switch
    {
        "places" => Comuni.Find(value)?.Name ?? value,
        "boolean" => Texts.Get(value == "true" ? "Yes" : "No"),
        "references" => titles is not null && Guid.TryParse(value, out var id) ? titles.GetValueOrDefault(id, value) : value,
        _ => field.Kind.NameOf(value),
    };
}

/// <summary>A value of a facet.</summary>
/// <param name="Depth">Of a hierarchical term, from 0.</param>
public sealed record FacetValue(string Value, string Label, int Count, bool IsChosen, int Depth);

/// <summary>A filter that is on.</summary>
/// <param name="AddressWithout">Of the list without it.</param>
public sealed record ChosenFilter(string Facet, string Label, string AddressWithout);
