using System.Text.Json.Nodes;
using Hub.Web.Items;

namespace Hub.Practices.Records;

/// <summary>The fact box of a practice.</summary>
public static class PracticeFacts
{
    private static readonly string[] Fields =
        ["territories", "places", "period", "instruments", "owner", "partners", "participants", "target", "amount", "fund", "state", "evidence", "checkedOn"];

    /// <summary>The facts that are known, in the order of the box; of the partners their names.</summary>
    public static IReadOnlyList<FieldModel> Of(ItemModel practice) =>
        [.. Fields.Select(practice.Field).OfType<FieldModel>().Select(fact => fact.Field.Name == "partners" ? Named(fact) : fact)];

    private static FieldModel Named(FieldModel partners)
    {
        var names = partners.Many.OfType<JsonObject>()
            .Select(partner => JsonValue.Create(string.Join(": ", new[] { partner["name"], partner["role"] }.OfType<JsonNode>())));
        return partners with { Field = partners.Field with { KindId = "texts" }, Value = new JsonArray([.. names]) };
    }
}
