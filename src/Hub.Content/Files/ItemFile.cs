using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Content.Files;

/// <summary>A content item as a Markdown file with YAML front matter.</summary>
internal static class ItemFile
{
    public const int MaxBytes = 2_000_000;

    /// <summary>What a file says, before its values are read.</summary>
    /// <param name="Overrides">Id or <c>section/slug</c> of a national item; null when there is none.</param>
    /// <param name="Lines">The line of each key, the body's field included.</param>
    internal sealed record Parsed(ItemDraft Draft, string? Overrides, IReadOnlyDictionary<string, int> Lines);

    /// <param name="text">Hostile.</param>
    /// <param name="find">From type id to definition, among the region's types.</param>
    /// <exception cref="FileFormatException">The file can't be an item.</exception>
    public static Parsed Read(string text, string section, string slug, Func<string, TypeDefinition?> find)
    {
        var (yaml, body, bodyLine) = Split(text);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = YamlText.Read(yaml, lines, 2);
        var typeId = Take(keys, "type") ?? throw new FileFormatException(1, Texts.Get("FileWithoutType"));
        var type = find(typeId) ?? throw new FileFormatException(lines["type"], Texts.Get("UnknownType", typeId));
        if (type.Section != section)
            throw new FileFormatException(lines["type"], Texts.Get("FileInWrongSection", typeId, type.Section));

        var overrides = Take(keys, "overrides");
        var draft = new ItemDraft
        {
            Type = typeId,
            Slug = slug,
            Id = Read(keys, lines, "id", value => Guid.TryParse(value, out var id) ? id : (Guid?)null),
            Status = Read(keys, lines, "status", Statuses.Parse) ?? Status.Published,
            Published = Read(keys, lines, "published", DateKind.Parse),
            Updated = Read(keys, lines, "updated", DateKind.Parse),
            Review = Read(keys, lines, "review", DateKind.Parse),
            PublishAt = Read(keys, lines, "publishAt", MomentKind.Parse),
            WithdrawAt = Read(keys, lines, "withdrawAt", MomentKind.Parse),
            IsHidden = Read(keys, lines, "hidden", value => bool.TryParse(value, out var hidden) ? hidden : (bool?)null) ?? false,
            Data = keys,
        };
        if (type.Body is { } field && body.Trim().Length > 0)
        {
            if (lines.TryGetValue(field.Name, out var line))
                throw new FileFormatException(line, Texts.Get("YamlKeyTwice", field.Name));
            keys[field.Name] = body;
            lines[field.Name] = bodyLine;
        }
        else if (body.Trim().Length > 0)
            throw new FileFormatException(bodyLine, Texts.Get("FileBodyNotAllowed", type.Name));
        return new Parsed(draft, overrides, lines);
    }

    /// <summary>The text of a file; deterministic.</summary>
    public static string Write(Item item, TypeDefinition type, DateTime? publishAt = null, DateTime? withdrawAt = null)
    {
        var keys = Head(item.Id, item.Type, item.Overrides);
        if (item.Status != Status.Published)
            keys["status"] = item.Status.Code();
        if (item.Published is { } published)
            keys["published"] = DateKind.Format(published);
        keys["updated"] = DateKind.Format(item.Updated);
        if (item.Review is { } review)
            keys["review"] = DateKind.Format(review);
        if (publishAt is { } publish)
            keys["publishAt"] = MomentKind.Format(publish);
        if (withdrawAt is { } withdraw)
            keys["withdrawAt"] = MomentKind.Format(withdraw);
        var body = "";
        foreach (var (name, value) in GroupKind.WriteFields(item.Data, type.Fields))
        {
            if (name == type.Body?.Name)
                body = value!.ToString();
            else
                keys[name] = value?.DeepClone();
        }

        return $"---\n{YamlText.Write(keys)}---\n{(body.Length > 0 ? $"\n{body}\n" : "")}";
    }

    /// <summary>The file of an item that only hides a national one.</summary>
    public static string WriteHidden(Guid id, string type, Guid? overrides, Status status, DateOnly? published, DateOnly updated)
    {
        var keys = Head(id, type, overrides);
        keys["hidden"] = true;
        if (status != Status.Published)
            keys["status"] = status.Code();
        if (published is { } first)
            keys["published"] = DateKind.Format(first);
        keys["updated"] = DateKind.Format(updated);
        return $"---\n{YamlText.Write(keys)}---\n";
    }

    private static JsonObject Head(Guid id, string type, Guid? overrides)
    {
        var keys = new JsonObject { ["id"] = id.ToString(), ["type"] = type };
        if (overrides is { } national)
            keys["overrides"] = national.ToString();
        return keys;
    }

    private static (string Yaml, string Body, int BodyLine) Split(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            throw new FileFormatException(1, Texts.Get("FileWithoutFrontMatter"));
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n---", StringComparison.Ordinal))
            end = text.Length - 4;
        if (end < 0)
            throw new FileFormatException(1, Texts.Get("FileFrontMatterOpen"));
        var bodyStart = Math.Min(end + 5, text.Length);
        var yaml = end > 3 ? text[4..(end + 1)] : "";
        return (yaml, text[bodyStart..], text.AsSpan(0, bodyStart).Count('\n') + 1);
    }

    private static string? Take(JsonObject keys, string name)
    {
        var value = keys[name]?.ToString();
        keys.Remove(name);
        return value;
    }

    private static T? Read<T>(JsonObject keys, Dictionary<string, int> lines, string name, Func<string, T?> parse)
        where T : struct =>
        Take(keys, name) is { } text
            ? parse(text) ?? throw new FileFormatException(lines[name], Texts.Get("FileValueInvalid", name, text))
            : null;
}
