using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Places;
using Hub.Content.Prose;
using Hub.Content.Vocabularies;
using Hub.Web.Frame;

namespace Hub.OpenData.Items;

/// <summary>The values of fields as people read them, each with the address that it leads to.</summary>
/// <param name="root">Address of the region's home page, without a slash at the end.</param>
/// <param name="find">The items that references may lead to.</param>
internal sealed class FieldText(VocabularySet vocabularies, string root, Func<Guid, Item?> find)
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>One entry for each value.</summary>
    public IEnumerable<LinkedText> Of(FieldDefinition field, JsonNode value) => field.KindId switch
    {
        "terms" => Many(value).Select(code => new LinkedText(vocabularies.NameOf(field.Of, code.ToString()))),
        "places" => Many(value).Select(code => new LinkedText(Comuni.Find(code.ToString()) is { } comune ? $"{comune.Name} ({comune.Province})" : code.ToString())),
        "references" => Many(value).Select(id => Guid.TryParse(id.ToString(), out var known) && find(known) is { } item ? new LinkedText(item.Title, $"{root}/{item.Path}") : null).OfType<LinkedText>(),
        "norms" => Many(value).Select(norm => new LinkedText(norm["label"]!.ToString(), "https://www.normattiva.it/uri-res/N2Ls?" + norm["urn"])),
        "people" => Many(value).Select(person => new LinkedText(person["role"] is { } role ? $"{person["name"]} ({role})" : person["name"]!.ToString())),
        "texts" => Many(value).Select(text => new LinkedText(text.ToString())),
        "boolean" => [new LinkedText(Texts.In[value.ToString() is "true" or "True" ? "Field.Yes" : "Field.No"])],
        "money" => [new LinkedText(decimal.Parse(value.ToString(), CultureInfo.InvariantCulture).ToString("C2", Italian))],
        "number" => [new LinkedText(decimal.Parse(value.ToString(), CultureInfo.InvariantCulture).ToString("#,##0.########", Italian))],
        "date" => [new LinkedText(Day(value) ?? value.ToString())],
        "moment" => [new LinkedText(Moment(value))],
        "period" => [new LinkedText(Period(Day(value["from"]), Day(value["to"])))],
        "link" => [new LinkedText((value["label"] ?? value["url"])!.ToString(), Whole(value["url"]!.ToString()))],
        "file" or "image" => [new LinkedText((value["alt"] ?? value["path"])!.ToString(), $"{root}/{value["path"]}")],
        "markdown" => [new LinkedText(PlainText.Of(value.ToString()).Trim())],
        _ => [new LinkedText(value is JsonValue ? value.ToString() : value.ToJsonString(ContentJson.Options))],
    };

    /// <summary>An address of the portal with its root.</summary>
    public string Whole(string address) => SafeAddress.IsExternal(address) || address.Contains(':', StringComparison.Ordinal) ? address : $"{root}/{address.TrimStart('/')}";

    private static string? Day(JsonNode? value) =>
        DateOnly.TryParseExact(value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords() : null;

    private static string Moment(JsonNode value) =>
        DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc)
            ? RomeTime.FromUtc(utc).ToString("d MMMM yyyy, HH:mm", Italian)
            : value.ToString();

    private static string Period(string? from, string? to) => (from, to) switch
    {
        ({ } one, { } other) when one == other => one,
        ({ } begin, { } end) => Texts.In["Field.FromTo", begin, end],
        ({ } begin, null) => Texts.In["Field.From", begin],
        _ => Texts.In["Field.To", to],
    };

    private static IEnumerable<JsonNode> Many(JsonNode value) => value is JsonArray list ? list.OfType<JsonNode>() : [value];
}

/// <summary>A text and where it leads.</summary>
/// <param name="Address">Whole; null when it leads nowhere.</param>
internal sealed record LinkedText(string Text, string? Address = null);
