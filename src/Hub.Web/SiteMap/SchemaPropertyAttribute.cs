namespace Hub.Web.SiteMap;

/// <summary>The schema.org property that a field's text stands for: <c>legislationIdentifier</c>, <c>alternateName</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SchemaPropertyAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The property of a field; null when it stands for none.</summary>
    /// <param name="record">The record that the type was read from.</param>
    /// <param name="field">In camel case.</param>
    public static string? Of(Type? record, string field) => field.Length == 0 ? null
        : record?.GetProperty(char.ToUpperInvariant(field[0]) + field[1..])?.GetCustomAttributes(typeof(SchemaPropertyAttribute), true) is [SchemaPropertyAttribute named, ..] ? named.Name : null;
}
