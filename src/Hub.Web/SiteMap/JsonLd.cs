using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Types;
using Hub.Kernel.Regions;
using Hub.Web.Frame;

namespace Hub.Web.SiteMap;

/// <summary>schema.org data of pages. Written so that it can stand in a script element.</summary>
public static class JsonLd
{
    /// <summary>The item as an article, or as what its type says.</summary>
    public static string Of(Item item, TypeDefinition type, Region region)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = type.Record?.GetCustomAttributes(typeof(SchemaTypeAttribute), false) is [SchemaTypeAttribute schema] ? schema.Name : "Article",
            ["headline"] = item.Title,
            ["description"] = item.Summary,
            ["inLanguage"] = item.Language,
            ["dateModified"] = item.Updated.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["license"] = ItemLicence.Of(item).Address,
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = region.Definition.Title },
        };
        if (item.Published is { } published)
            data["datePublished"] = published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Write(data);
    }

    /// <summary>The way to a page.</summary>
    /// <param name="root">Address of the region's home page, without a slash at the end.</param>
    public static string Of(IReadOnlyList<Crumb> crumbs, string home, string root)
    {
        var steps = new JsonArray { Step(1, home, root + "/") };
        foreach (var crumb in crumbs)
            steps.Add(Step(steps.Count + 1, crumb.Title, crumb.Path is null ? null : root + crumb.Path));
        return Write(new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "BreadcrumbList", ["itemListElement"] = steps });
    }

    private static JsonObject Step(int position, string name, string? address)
    {
        var step = new JsonObject { ["@type"] = "ListItem", ["position"] = position, ["name"] = name };
        if (address is not null)
            step["item"] = address;
        return step;
    }

    /// <summary>The default encoder escapes what could close the element.</summary>
    private static string Write(JsonObject data) => data.ToJsonString(JsonSerializerOptions.Default);
}

/// <summary>The schema.org type of a content type's pages; <c>Article</c> without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SchemaTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
