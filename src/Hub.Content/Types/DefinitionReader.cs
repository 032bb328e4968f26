using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.Json;

namespace Hub.Content.Types;

/// <summary>Makes a type's definition from its record: attributes for the form, resource texts for the words.</summary>
/// <remarks>
/// Labels and help come from the record's assembly, resource <c>Texts</c>: <c>Practice</c>, <c>Practice.Plural</c>,
/// <c>Practice.Description</c>, <c>Practice.Title</c>, <c>Practice.Title.Help</c>.
/// </remarks>
public static class DefinitionReader
{
    /// <exception cref="InvalidOperationException">The record is not marked as a content type, or has two bodies.</exception>
    public static TypeDefinition Read(Type record)
    {
        var type = record.GetCustomAttribute<ContentTypeAttribute>()
            ?? throw new InvalidOperationException($"{record} has no ContentType attribute.");
        var texts = TextsOf(record);
        var fields = Fields(record);
        if (fields.Count(field => field.IsBody) > 1)
            throw new InvalidOperationException($"{record} has more than one body.");
        return new TypeDefinition
        {
            Id = type.Id,
            Section = type.Section,
            Sort = type.Sort,
            IsGathered = type.IsGathered,
            Name = Text(texts, record.Name) ?? type.Id,
            Plural = Text(texts, $"{record.Name}.Plural") ?? type.Section,
            Description = Text(texts, $"{record.Name}.Description") ?? "",
            ViewName = record.Name,
            Fields = fields,
            Record = record,
        };
    }

    private static ResourceManager TextsOf(Type record) => new($"{record.Assembly.GetName().Name}.Texts", record.Assembly);

    private static List<FieldDefinition> Fields(Type record) =>
        [.. from property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let field = property.GetCustomAttribute<FieldAttribute>()
            where field is not null
            select Field(property, field, record, TextsOf(record))];

    private static FieldDefinition Field(PropertyInfo property, FieldAttribute field, Type record, ResourceManager texts)
    {
        var isText = field is TextAttribute or MarkdownAttribute or TextListAttribute;
        var personal = property.IsDefined(typeof(PersonalDataAttribute));
        return new FieldDefinition
        {
            Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            KindId = field.Kind,
            Of = field.Of,
            Max = (field as TextAttribute)?.Max ?? 0,
            Label = Text(texts, $"{record.Name}.{property.Name}") ?? property.Name,
            Help = Text(texts, $"{record.Name}.{property.Name}.Help") ?? "",
            IsRequired = property.IsDefined(typeof(RequiredAttribute)),
            IsFacet = property.IsDefined(typeof(FacetAttribute)),
            IsBody = property.IsDefined(typeof(BodyAttribute)),
            IsPersonal = personal,
            Weight = personal ? 0 : property.GetCustomAttribute<IndexedAttribute>()?.Weight ?? (isText ? 1 : 0),
            Fields = field is GroupAttribute ? Fields(property.PropertyType.GetGenericArguments()[0]) : [],
        };
    }

    private static string? Text(ResourceManager texts, string key)
    {
        try
        {
            return texts.GetString(key, CultureInfo.GetCultureInfo("it-IT"));
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
