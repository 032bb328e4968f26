using System.Text.Json.Nodes;
using Hub.Practices.Quality;
using Hub.Web.Items;

namespace Hub.Practices.Records;

/// <summary>The fact box of a practice.</summary>
public static class PracticeFacts
{
    private static readonly string[] Fields =
    [
        "territories", "places", "period", "instruments", "owner", "partners", "toldBy", "amount", "fund", "state", "certified", "evidence", "target",
        "participants", "participantCount", "facilitation", "staff", "volunteers", "checkedOn",
    ];

    /// <summary>The facts that are known, in the order of the box: bodies lead to their pages, and a certificate that holds is among them.</summary>
    /// <param name="bodies">The pages of the bodies that the practice refers to, by id.</param>
    /// <param name="certificate">The one that holds today.</param>
    public static IReadOnlyList<FieldModel> Of(ItemModel practice, IReadOnlyDictionary<Guid, Item> bodies, CertificateRow? certificate) =>
        [.. Fields.Select(name => name switch
        {
            "owner" => practice.Field(name) is { } owner ? Bodies(owner, [Body(practice.Item.Data["owner"], null, practice.Item.Data["ownerBody"], bodies)]) : null,
            "partners" => practice.Field(name) is { } partners ? Bodies(partners, partners.Many.OfType<JsonObject>().Select(row => Body(row["name"], row["role"], row["organisation"], bodies))) : null,
            "toldBy" => practice.Field(name) is { } teller ? Bodies(teller, practice.Item.As<Practice>().ToldBy.Where(bodies.ContainsKey).Select(id => new JsonObject { ["name"] = bodies[id].Title, ["path"] = bodies[id].Path })) : null,
            "certified" => certificate is null ? null : Certified(practice, certificate),
            _ => practice.Field(name),
        }).OfType<FieldModel>()];

    /// <summary>The ids of the bodies' pages.</summary>
    public static IReadOnlyList<Guid> BodiesOf(Practice practice) =>
        [.. practice.OwnerBody.Concat(practice.ToldBy).Concat(practice.Partners.SelectMany(partner => partner.Organisation)).Distinct()];

    private static FieldModel Bodies(FieldModel field, IEnumerable<JsonObject> bodies) =>
        field with { Field = field.Field with { KindId = "bodies" }, Value = new JsonArray([.. bodies]) };

    private static JsonObject Body(JsonNode? name, JsonNode? role, JsonNode? page, IReadOnlyDictionary<Guid, Item> bodies) => new()
    {
        ["name"] = name?.ToString(),
        ["role"] = role?.ToString(),
        ["path"] = page is JsonArray and [{ } id, ..] && bodies.TryGetValue(Guid.Parse(id.ToString()), out var item) ? item.Path : null,
    };

    private static FieldModel Certified(ItemModel practice, CertificateRow certificate) => new(
        practice.Region, new FieldDefinition { Name = "certified", KindId = "certificate", Label = Texts.In["Trait.Certified"] },
        new JsonObject { ["until"] = certificate.Until.ToString("yyyy-MM-dd", null), ["reviewer"] = certificate.Reviewer }, practice.Vocabularies);
}
