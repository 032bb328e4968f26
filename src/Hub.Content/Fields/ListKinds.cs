using System.Text.Json.Nodes;
using Hub.Content.Places;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>Codes of a vocabulary's terms.</summary>
internal sealed class TermsKind : FieldKind
{
    /// <summary>So many terms are told to whoever wrote another.</summary>
    private const int Few = 12;

    public override string Id => "terms";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var vocabulary = reading.Vocabularies.Find(field.Of);
        var codes = new JsonArray();
        foreach (var code in Scalars(value, field, reading))
        {
            if (vocabulary?.Find(code) is not { } term)
                reading.Invalid(field.Name, vocabulary?.Terms.Count is > 0 and <= Few ? "UnknownTermOfFew" : "UnknownTerm", code, vocabulary?.Name ?? field.Of, string.Join(", ", vocabulary?.Terms.Take(Few).Select(each => each.Name) ?? []));
            else if (codes.All(known => known!.ToString() != term.Code))
                codes.Add(term.Code);
        }

        return codes.Count > 0 ? codes : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Many(value)
            .Select(code => code.ToString())
            .SelectMany(code => terms(field.Of, code))
            .Distinct(StringComparer.Ordinal)
            .Select(code => new SortableValue(code));
}

/// <summary>Ids of other items; people may write <c>section/slug</c>.</summary>
internal sealed class ReferencesKind : FieldKind
{
    public override string Id => "references";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var ids = new JsonArray();
        foreach (var reference in Scalars(value, field, reading))
        {
            if (Guid.TryParse(reference, out var id) || (reading.Resolve(reference.TrimStart('/')) is { } found && (id = found) != Guid.Empty))
                ids.Add(id.ToString());
            else
                reading.Invalid(field.Name, "UnknownReference", reference);
        }

        return ids.Count > 0 ? ids : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Many(value).Select(id => new SortableValue(id.ToString()));
}

/// <summary>Comuni by ISTAT code; a name that only one comune has is understood too.</summary>
internal sealed class PlacesKind : FieldKind
{
    public override string Id => "places";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var codes = new JsonArray();
        foreach (var place in Scalars(value, field, reading))
        {
            if (Comuni.Find(place) is { } comune)
                codes.Add(comune.Code);
            else
                reading.Invalid(field.Name, "UnknownPlace", place);
        }

        return codes.Count > 0 ? codes : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Many(value).Select(code => new SortableValue(code.ToString()));

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) =>
        Many(value).Select(code => Comuni.Find(code.ToString())?.Name).OfType<string>();
}

/// <summary>A repeating group: rows with fields of their own.</summary>
internal sealed class GroupKind : FieldKind
{
    internal const string KindId = "group";

    private const int MaxRows = 500;

    public override string Id => KindId;

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var rows = new JsonArray();
        var index = 0;
        foreach (var row in Many(value).Take(MaxRows + 1))
        {
            if (index == MaxRows)
                reading.Invalid(field.Name, "TooManyRows", MaxRows);
            else if (row is not JsonObject fields)
                reading.Invalid(field.Name, "NotRow", index + 1);
            else if (reading.InRow(field.Name, index, () => ReadRow(fields, field, reading)) is { Count: > 0 } read)
                rows.Add((JsonNode)read);
            index++;
        }

        return rows.Count > 0 ? rows : null;
    }

    public override JsonNode Write(JsonNode value, FieldDefinition field) =>
        new JsonArray([.. Many(value).OfType<JsonObject>().Select(row => (JsonNode)WriteFields(row, field.Fields))]);

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) =>
        from row in Many(value).OfType<JsonObject>()
        from inner in field.Fields
        where inner.Weight > 0 && row[inner.Name] is not null
        from words in inner.Kind.Words(row[inner.Name]!, inner)
        select words;

    /// <summary>Reads each field that is there, and tells which required ones are not.</summary>
    internal static JsonObject ReadFields(JsonObject input, IReadOnlyList<FieldDefinition> fields, FieldReading reading)
    {
        var data = new JsonObject();
        foreach (var field in fields)
        {
            var before = reading.Issues.Count;
            var value = input[field.Name] is { } raw ? field.Kind.Read(raw, field, reading) : null;
            if (value is not null)
                data[field.Name] = value;
            else if (field.IsRequired && reading.Issues.Count == before)
                reading.Fail(field.Name, IssueKind.Missing, "Missing", field.Label.Length > 0 ? field.Label : field.Name);
        }

        return data;
    }

    /// <summary>The front-matter form of the fields that have a value.</summary>
    internal static JsonObject WriteFields(JsonObject data, IReadOnlyList<FieldDefinition> fields)
    {
        var written = new JsonObject();
        foreach (var field in fields)
        {
            if (data[field.Name] is { } value)
                written[field.Name] = field.Kind.Write(value, field);
        }

        return written;
    }

    private static JsonObject ReadRow(JsonObject row, FieldDefinition group, FieldReading reading)
    {
        foreach (var (name, _) in row)
        {
            if (group.Fields.All(field => field.Name != name))
                reading.Fail(name, IssueKind.Unknown, "UnknownField", name, group.Label);
        }

        return row.All(pair => pair.Value is null || pair.Value.ToString().Trim().Length == 0)
            ? []
            : ReadFields(row, group.Fields, reading);
    }
}
