using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Content.Fields;

namespace Hub.Content.Types;

/// <summary>A field that a region's settings add to a type.</summary>
/// <param name="Type">Id of the type.</param>
/// <param name="Name">As far as it can be read.</param>
/// <param name="Field">Null when the settings can't be a field: then it is left out, and everything else works.</param>
internal sealed partial record AddedField(string Type, string Name, FieldDefinition? Field)
{
    /// <summary>All of a region's settings. Never throws.</summary>
    public static IEnumerable<AddedField> All(IReadOnlyDictionary<string, JsonElement> settings)
    {
        if (!settings.TryGetValue(ContentTypes.AddedFieldsKey, out var types))
            return [];
        if (types.ValueKind != JsonValueKind.Object)
            return [new AddedField("", "", null)];
        return from type in types.EnumerateObject()
               from field in type.Value.ValueKind == JsonValueKind.Array ? type.Value.EnumerateArray().ToArray() : [type.Value]
               select Read(type.Name, field);
    }

    private static AddedField Read(string type, JsonElement element)
    {
        try
        {
            var field = element.Deserialize<FieldDefinition>(ContentJson.Options);
            return new AddedField(type, field?.Name ?? "", field is not null && IsGood(field) ? field with { IsRegional = true, IsBody = false } : null);
        }
        catch (JsonException)
        {
            return new AddedField(type, "", null);
        }
    }

    private static bool IsGood(FieldDefinition? field) =>
        field is { Name: not null, KindId: not null, Label: not null, Help: not null, Of: not null, Fields: not null }
        && NameForm().IsMatch(field.Name) && FieldKinds.Find(field.KindId) is not null && double.IsFinite(field.Weight)
        && (field.KindId != "group" || field.Fields.Count > 0) && field.Fields.All(IsGood);

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,99}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex NameForm();
}
