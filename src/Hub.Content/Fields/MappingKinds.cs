using System.Text.Json.Nodes;
using Hub.Content.Prose;
using Hub.Content.Types;

namespace Hub.Content.Fields;

/// <summary>From one day to another; either end may be open.</summary>
internal sealed class PeriodKind : FieldKind
{
    public override string Id => "period";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (value is not JsonObject period)
        {
            if (value is JsonArray || Scalar(value) is not null)
                reading.Invalid(field.Name, "NotPeriod");
            return null;
        }

        CheckKeys(period, field, reading, "from", "to");
        var result = new JsonObject();
        foreach (var end in new[] { "from", "to" })
        {
            if (Scalar(period[end]) is not { } text)
                continue;
            if (DateKind.Parse(text) is { } date)
                result[end] = DateKind.Format(date);
            else
                reading.Invalid(field.Name, "NotDate", text);
        }

        if (result["from"] is { } from && result["to"] is { } to && string.CompareOrdinal(from.ToString(), to.ToString()) > 0)
        {
            reading.Invalid(field.Name, "PeriodReversed");
            return null;
        }

        return result.Count > 0 ? result : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        DateKind.Parse((value["from"] ?? value["to"])!.ToString()) is { } date ? [new SortableValue(DateKind.Format(date), date.DayNumber)] : [];
}

/// <summary>An address on the web, or within the portal, with an optional label.</summary>
internal sealed class LinkKind : FieldKind
{
    public override string Id => "link";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (value is JsonObject mapping)
            CheckKeys(mapping, field, reading, "url", "label");
        var (url, label) = value is JsonObject link ? (Scalar(link["url"]), Scalar(link["label"])) : (Scalar(value), null);
        if (url is null)
        {
            if (value is JsonArray || label is not null)
                reading.Invalid(field.Name, "UnsafeLink", label ?? "");
            return null;
        }

        if (!SafeAddress.IsSafe(url))
        {
            reading.Invalid(field.Name, "UnsafeLink", url);
            return null;
        }

        var result = new JsonObject { ["url"] = SafeAddress.IsHost(url) ? "https://" + url : url };
        if (label is not null)
            result["label"] = label;
        return result;
    }

    public override JsonNode Write(JsonNode value, FieldDefinition field) =>
        value["label"] is null ? value["url"]!.DeepClone() : value.DeepClone();
}

/// <summary>A document in the media library.</summary>
internal class FileKind : FieldKind
{
    public override string Id => "file";

    protected virtual bool NeedsAlternative => false;

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        if (value is JsonObject mapping)
            CheckKeys(mapping, field, reading, "path", "alt");
        var (path, alt) = value is JsonObject file ? (Scalar(file["path"]), Scalar(file["alt"])) : (Scalar(value), null);
        if (path is null)
        {
            if (value is JsonArray || alt is not null)
                reading.Invalid(field.Name, "NotMediaPath", alt ?? "");
            return null;
        }

        if (!SafeAddress.IsMediaPath(path))
        {
            reading.Invalid(field.Name, "NotMediaPath", path);
            return null;
        }

        if (NeedsAlternative && alt is null)
        {
            reading.Invalid(field.Name, "ImageWithoutAlternative");
            return null;
        }

        var result = new JsonObject { ["path"] = path };
        if (alt is not null)
            result["alt"] = alt;
        return result;
    }

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) =>
        value["alt"] is { } alt ? [alt.ToString()] : [];
}

/// <summary>A picture in the media library, never without its alternative text.</summary>
internal sealed class ImageKind : FileKind
{
    public override string Id => "image";

    protected override bool NeedsAlternative => true;
}

/// <summary>Norms, each by its URN:NIR and the words in which people cite it.</summary>
internal sealed class NormsKind : FieldKind
{
    public override string Id => "norms";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var norms = new JsonArray();
        foreach (var norm in Many(value))
        {
            if (norm is JsonObject mapping)
                CheckKeys(mapping, field, reading, "urn", "label");
            else if (norm is JsonArray)
                reading.Invalid(field.Name, "NotUrn", "");
            var (urn, label) = norm is JsonObject cited ? (Scalar(cited["urn"]), Scalar(cited["label"])) : (Scalar(norm), null);
            if (urn is null && label is null)
                continue;
            if (urn is not { Length: <= 200 } || !urn.StartsWith("urn:nir:", StringComparison.Ordinal) || urn.Any(c => c is ' ' or '"' or '<' or '>' || char.IsControl(c)))
            {
                reading.Invalid(field.Name, "NotUrn", urn ?? label);
                continue;
            }

            norms.Add((JsonNode)new JsonObject { ["urn"] = urn, ["label"] = label ?? urn });
        }

        return norms.Count > 0 ? norms : null;
    }

    public override IEnumerable<SortableValue> Values(JsonNode value, FieldDefinition field, VocabularyLookup terms) =>
        Many(value).Select(norm => new SortableValue(norm["urn"]!.ToString()));

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => Many(value).Select(norm => norm["label"]!.ToString());
}

/// <summary>People or units, each with the role in which they stand there.</summary>
internal sealed class PeopleKind : FieldKind
{
    public override string Id => "people";

    public override JsonNode? Read(JsonNode value, FieldDefinition field, FieldReading reading)
    {
        var people = new JsonArray();
        foreach (var person in Many(value))
        {
            if (person is JsonObject mapping)
                CheckKeys(mapping, field, reading, "name", "role");
            else if (person is JsonArray)
                reading.Invalid(field.Name, "PersonWithoutName");
            var (name, role) = person is JsonObject named ? (Scalar(named["name"]), Scalar(named["role"])) : (Scalar(person), null);
            if (name is null)
            {
                if (role is not null)
                    reading.Invalid(field.Name, "PersonWithoutName");
                continue;
            }

            var entry = new JsonObject { ["name"] = name };
            if (role is not null)
                entry["role"] = role;
            people.Add((JsonNode)entry);
        }

        return people.Count > 0 ? people : null;
    }

    public override IEnumerable<string> Words(JsonNode value, FieldDefinition field) => Many(value).Select(person => person["name"]!.ToString());
}
