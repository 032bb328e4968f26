using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Vocabularies;
using Hub.Search;

namespace Hub.SiteSearch.Index;

/// <summary>
/// What an index is built from beside the items: the types of all regions, their vocabularies and the schema that follows. An
/// index with another <see cref="Id"/> is built anew. Immutable.
/// </summary>
internal sealed class Blueprint
{
    /// <summary>Raised when documents are made otherwise than before.</summary>
    private const int DocumentVersion = 4;

    private readonly Dictionary<string, TypeDefinition> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegionBlueprint> regions;

    public Blueprint(IReadOnlyList<RegionBlueprint> parts)
    {
        regions = parts.ToDictionary(region => region.Id, StringComparer.Ordinal);
        foreach (var type in parts.SelectMany(region => region.Types))
            types.TryAdd(type.Id, type with { Fields = [.. type.Fields.Where(field => !field.IsRegional)] });
        var fields = parts.SelectMany(region => region.Types).SelectMany(type => type.Fields.Concat(type.Traits)).Where(field => !field.IsPersonal).ToList();
        Schema = Fields.Schema(
            fields.Where(field => field.IsFacet).Select(field => field.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            fields.Where(IsSortable).Select(field => field.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Id = Fingerprint(parts);
    }

    public Schema Schema { get; }

    /// <summary>Changes with everything that changes documents.</summary>
    public string Id { get; }

    /// <summary>The type of an item: its region's, with the fields that the region added, else that of a region which has it on.</summary>
    public TypeDefinition? TypeOf(string region, string type) =>
        regions.TryGetValue(region, out var own) && own.Types.FirstOrDefault(each => each.Id == type) is { } found ? found : types.GetValueOrDefault(type);

    /// <summary>The vocabularies of an item's region.</summary>
    public VocabularySet Vocabularies(string region) => regions.TryGetValue(region, out var own) ? own.Vocabularies : new VocabularySet([]);

    /// <summary>What people call a region.</summary>
    public string NameOf(string region) => regions.TryGetValue(region, out var own) ? own.Name : region;

    /// <summary>Numbers, amounts and days can be sorted by.</summary>
    public static bool IsSortable(FieldDefinition field) => field.KindId is "number" or "money" or "date" or "lastDay" or "moment" or "period";

    /// <summary>Switching a feature changes nothing here as long as some region has the type: what a region shows is filtered when it is asked.</summary>
    private string Fingerprint(IReadOnlyList<RegionBlueprint> parts)
    {
        var text = new StringBuilder().Append(DocumentVersion).AppendLine(Schema.Fingerprint);
        foreach (var type in types.Values.OrderBy(type => type.Id, StringComparer.Ordinal))
            text.Append(type.Id).Append(type.Name).Append(type.Section).Append(JsonSerializer.Serialize(type.Traits, ContentJson.Options)).AppendLine(JsonSerializer.Serialize(type.Fields, ContentJson.Options));
        foreach (var region in parts)
        {
            text.Append(region.Id).AppendLine(region.Name);
            foreach (var field in region.Types.SelectMany(type => type.Fields).Where(field => field.IsRegional))
                text.AppendLine(JsonSerializer.Serialize(field, ContentJson.Options));
            foreach (var vocabulary in region.Vocabularies.All)
                text.Append(vocabulary.Taxonomy).AppendLine(JsonSerializer.Serialize(new { Terms = vocabulary.Terms.Select(term => new { term.Code, term.Name, term.Parent, term.Same }), vocabulary.Former }, ContentJson.Options));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}

/// <summary>What one region has to say of it.</summary>
internal sealed record RegionBlueprint(string Id, string Name, IReadOnlyList<TypeDefinition> Types, VocabularySet Vocabularies);
