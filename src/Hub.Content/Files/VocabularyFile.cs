using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Vocabularies;

namespace Hub.Content.Files;

/// <summary>A vocabulary as <c>vocabularies/&lt;taxonomy&gt;.yml</c>.</summary>
internal static class VocabularyFile
{
    /// <exception cref="FileFormatException">The file can't be a vocabulary.</exception>
    public static VocabularySource Read(string yaml, string fileName)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = YamlText.Read(yaml, lines);
        CheckKeys(keys, 1, "taxonomy", "name", "ordered", "terms");
        var taxonomy = keys["taxonomy"]?.ToString() ?? "";
        if (taxonomy != fileName || !Slug.IsValid(taxonomy))
            throw new FileFormatException(lines.GetValueOrDefault("taxonomy", 1), Texts.Get("TaxonomyNotFile", fileName));
        if (keys["terms"] is not JsonArray list)
            throw new FileFormatException(lines.GetValueOrDefault("terms", 1), Texts.Get("VocabularyWithoutTerms"));
        var terms = new List<TermSource>();
        Read(list, null, terms, lines["terms"]);
        return new VocabularySource(taxonomy, keys["name"]?.ToString() ?? "", terms, IsTrue(keys, "ordered", lines.GetValueOrDefault("ordered", 1)));
    }

    public static string Write(VocabularySource vocabulary)
    {
        var keys = new JsonObject { ["taxonomy"] = vocabulary.Taxonomy };
        if (vocabulary.Name.Length > 0)
            keys["name"] = vocabulary.Name;
        if (vocabulary.IsOrdered)
            keys["ordered"] = true;
        keys["terms"] = new JsonArray([.. vocabulary.Terms.Select(term => (JsonNode)Write(term))]);
        return YamlText.Write(keys);
    }

    private static void Read(JsonArray list, string? parent, List<TermSource> terms, int line)
    {
        foreach (var node in list)
        {
            var code = (node as JsonObject)?["code"]?.ToString() ?? "";
            if (node is not JsonObject term || !Slug.IsValid(code))
                throw new FileFormatException(line, Texts.Get("TermCodeInvalid", code));
            CheckKeys(term, line, "code", "name", "description", "parent", "hidden", "into", "same", "children");
            if (term["children"] is not (null or JsonArray))
                throw new FileFormatException(line, Texts.Get("FileValueInvalid", "children", code));
            terms.Add(new TermSource(
                code, term["name"]?.ToString() ?? "", term["description"]?.ToString() ?? "",
                parent ?? term["parent"]?.ToString(), IsTrue(term, "hidden", line), term["into"]?.ToString(), term["same"]?.ToString()));
            if (term["children"] is JsonArray children)
                Read(children, code, terms, line);
        }
    }

    private static bool IsTrue(JsonObject mapping, string key, int line) => mapping[key]?.ToString() switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new FileFormatException(line, Texts.Get("FileValueInvalid", key, other)),
    };

    private static void CheckKeys(JsonObject mapping, int line, params string[] known)
    {
        foreach (var (name, _) in mapping)
        {
            if (!known.Contains(name))
                throw new FileFormatException(line, Texts.Get("UnknownKey", name));
        }
    }

    /// <summary>Children are written flat, each with its parent: the same vocabulary, and one way to write it.</summary>
    private static JsonObject Write(TermSource term)
    {
        var keys = new JsonObject { ["code"] = term.Code };
        if (term.Name.Length > 0)
            keys["name"] = term.Name;
        if (term.Description.Length > 0)
            keys["description"] = term.Description;
        if (term.Parent is not null)
            keys["parent"] = term.Parent;
        if (term.IsHidden)
            keys["hidden"] = true;
        if (term.Into is not null)
            keys["into"] = term.Into;
        if (term.Same is not null)
            keys["same"] = term.Same;
        return keys;
    }
}
