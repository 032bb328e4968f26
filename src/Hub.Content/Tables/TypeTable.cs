using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;

namespace Hub.Content.Tables;

/// <summary>A type's items as a table: what the columns are and what stands in an item's row. No personal data. Immutable.</summary>
public sealed class TypeTable
{
    private static readonly string[] Head = ["id", "type", "region", "title", "summary", "status", "published", "updated", "url"];

    private readonly FieldDefinition[] fields;

    /// <param name="type">Null for items of all types: then the columns that every item has.</param>
    public TypeTable(TypeDefinition? type)
    {
        fields = type is null ? [] : [.. type.Open().Fields.Where(field => field.Name is not ("title" or "summary"))];
        Columns =
        [
            .. Head.Select(name => new TableColumn(name, Texts.Get("Column." + name), null)),
            .. fields.SelectMany(field => Cells.PartsOf(field), (field, part) => new TableColumn(
                part.Part.Length == 0 ? field.Name : $"{field.Name}.{part.Part}", part.Part.Length == 0 ? field.Label : $"{field.Label}: {part.Label}", field)),
        ];
    }

    /// <summary>Stable: the names of the columns that every item has, then those of the type's fields and their parts.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The cells of an item, one for each column.</summary>
    /// <param name="address">Of the item's page.</param>
    public IReadOnlyList<string> Row(Item item, string address)
    {
        var row = new List<string>(Columns.Count)
        {
            item.Id.ToString(), item.Type, item.Region, item.Title, item.Summary, item.Status.Code(), item.Published is { } published ? DateKind.Format(published) : "",
            DateKind.Format(item.Updated), address,
        };
        foreach (var field in fields)
            Cells.Write(field, item.Data[field.Name] is { } value ? field.Kind.Write(value, field) : null, (_, text) => row.Add(text));
        return row;
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Stands in the first line: <c>title</c>, <c>partners.name</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Field">Null for what every item has.</param>
public sealed record TableColumn(string Name, string Label, FieldDefinition? Field)
{
    /// <summary>Whether a cell may hold several values.</summary>
    public bool HasMany => Field is not null && Cells.HasMany(Field);
}
