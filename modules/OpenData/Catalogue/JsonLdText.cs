using System.Text.Json.Nodes;
using Hub.Content;

namespace Hub.OpenData.Catalogue;

/// <summary>A graph as JSON-LD 1.1. The same graph gives the same text.</summary>
internal static class JsonLdText
{
    public const string MediaType = "application/ld+json";

    public static string Of(IEnumerable<Triple> graph)
    {
        var context = new JsonObject();
        foreach (var (prefix, ns) in Names.Prefixes.Where(known => known.Prefix != "rdf"))
            context[prefix] = ns;
        var things = graph.GroupBy(triple => triple.Subject).Select(subject => (JsonNode)Of(subject.Key, subject)).ToArray();
        return new JsonObject { ["@context"] = context, ["@graph"] = new JsonArray(things) }.ToJsonString(ContentJson.Options);
    }

    private static JsonObject Of(string subject, IEnumerable<Triple> statements)
    {
        var thing = new JsonObject { ["@id"] = subject };
        foreach (var same in statements.GroupBy(triple => triple.Predicate))
        {
            if (same.Key == "rdf:type")
                thing["@type"] = new JsonArray([.. same.Select(triple => (JsonNode)Short(((Thing)triple.Object).Address))]);
            else
                thing[same.Key] = same.Count() == 1 ? Of(same.First().Object) : new JsonArray([.. same.Select(triple => (JsonNode)Of(triple.Object))]);
        }

        return thing;
    }

    private static JsonObject Of(Node node) => node switch
    {
        Thing thing => new JsonObject { ["@id"] = thing.Address },
        Words words => new JsonObject { ["@value"] = words.Text, ["@language"] = "it" },
        Value { Type.Length: 0 } value => new JsonObject { ["@value"] = value.Text },
        Value value => new JsonObject { ["@value"] = value.Text, ["@type"] = value.Type },
        _ => throw new InvalidOperationException($"{node} has no form in JSON-LD."),
    };

    private static string Short(string address)
    {
        var (prefix, ns) = Names.Prefixes.FirstOrDefault(known => address.StartsWith(known.Namespace, StringComparison.Ordinal));
        return prefix is null ? address : $"{prefix}:{address[ns.Length..]}";
    }
}
