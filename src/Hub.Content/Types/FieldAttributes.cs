#pragma warning disable CA1813 // attributes of one family share a base
namespace Hub.Content.Types;

/// <summary>Says which kind of field a property is. The kind's id is looked up among the registered field kinds.</summary>
/// <remarks>A module with a field kind of its own derives an attribute from this one.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public abstract class FieldAttribute(string kind) : Attribute
{
    public string Kind { get; } = kind;

    /// <summary>What the kind needs to know beyond its id: a taxonomy, a type id; empty for most.</summary>
    public string Of { get; protected init; } = "";
}

/// <summary>A line of text.</summary>
public sealed class TextAttribute() : FieldAttribute("text")
{
    /// <summary>Greatest length in characters.</summary>
    public int Max { get; init; } = 1000;
}

/// <summary>Several lines of text, as a list.</summary>
public sealed class TextListAttribute() : FieldAttribute("texts");

/// <summary>Rich text.</summary>
public sealed class MarkdownAttribute() : FieldAttribute("markdown");

/// <summary>Yes or no.</summary>
public sealed class BooleanAttribute() : FieldAttribute("boolean");

/// <summary>A number.</summary>
public sealed class NumberAttribute() : FieldAttribute("number");

/// <summary>An amount in euro.</summary>
public sealed class MoneyAttribute() : FieldAttribute("money");

/// <summary>A day.</summary>
public sealed class DateAttribute() : FieldAttribute("date");

/// <summary>The last day of something that ends by itself; as a facet it tells what has not ended today.</summary>
public sealed class LastDayAttribute() : FieldAttribute("lastDay");

/// <summary>A moment, stored in UTC and shown in Europe/Rome.</summary>
public sealed class MomentAttribute() : FieldAttribute("moment");

/// <summary>From one day to another, either end open.</summary>
public sealed class PeriodAttribute() : FieldAttribute("period");

/// <summary>An address on the web with its label.</summary>
public sealed class LinkAttribute() : FieldAttribute("link");

/// <summary>A document in the media library.</summary>
public sealed class FileAttribute() : FieldAttribute("file");

/// <summary>A picture in the media library, with its alternative text.</summary>
public sealed class ImageAttribute() : FieldAttribute("image");

/// <summary>Terms of a vocabulary.</summary>
public sealed class TermsAttribute : FieldAttribute
{
    /// <param name="taxonomy">Code of the vocabulary.</param>
    public TermsAttribute(string taxonomy)
        : base("terms") => Of = taxonomy;
}

/// <summary>Other items.</summary>
public sealed class ReferencesAttribute : FieldAttribute
{
    /// <param name="type">Id of their type; empty for any.</param>
    public ReferencesAttribute(string type = "")
        : base("references") => Of = type;
}

/// <summary>Comuni, by ISTAT code.</summary>
public sealed class PlacesAttribute() : FieldAttribute("places");

/// <summary>Norms, by URN:NIR.</summary>
public sealed class NormsAttribute() : FieldAttribute("norms");

/// <summary>People or units with their role.</summary>
public sealed class PeopleAttribute() : FieldAttribute("people");

/// <summary>A repeating group; its own fields are those of the record that the list holds.</summary>
public sealed class GroupAttribute() : FieldAttribute("group");

/// <summary>The field that stands below the front matter: one Markdown field of a type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BodyAttribute : Attribute;

/// <summary>Must be filled before the item can be submitted or published.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;

/// <summary>Lists of the type can be filtered by it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FacetAttribute : Attribute;

/// <summary>Searched with this weight; text fields have weight 1 without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndexedAttribute : Attribute
{
    public double Weight { get; init; } = 1;
}

/// <summary>Holds personal data: never in logs, feeds, exports of open data or search documents.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
