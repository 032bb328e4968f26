using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Web.SiteMap;

/// <summary>The schema.org property that a field's text stands for: <c>legislationIdentifier</c>, <c>alternateName</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SchemaPropertyAttribute(string name) : Attribute
{
    /// <summary>The property of what an item's author is called.</summary>
    private const string Author = "author";

    public string Name { get; } = name;

    /// <summary>What the text names, such as <c>Organization</c>; empty for the text itself.</summary>
    public string Type { get; init; } = "";

    /// <summary>Who made what an item tells, to be cited with it; empty where no field of its type says so.</summary>
    public static string AuthorOf(Item item, TypeDefinition type) =>
        type.Open().Fields.FirstOrDefault(field => Of(type.Record, field.Name)?.Name == Author) is { } field ? item.Data[field.Name]?.ToString() ?? "" : "";

    /// <summary>What is said of a field; null when nothing is.</summary>
    /// <param name="record">The record that the type was read from.</param>
    /// <param name="field">In camel case.</param>
    public static SchemaPropertyAttribute? Of(Type? record, string field) => field.Length == 0 ? null
        : record?.GetProperty(char.ToUpperInvariant(field[0]) + field[1..])?.GetCustomAttributes(typeof(SchemaPropertyAttribute), true) is [SchemaPropertyAttribute named, ..] ? named : null;
}
