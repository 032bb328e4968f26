using Hub.Content.Tables;
using Hub.Content.Vocabularies;

namespace Hub.OpenData.Imports;

/// <summary>What may stand in a column, for whoever fills in a table.</summary>
/// <param name="Name">The stable name, which a table may have instead of the label.</param>
/// <param name="Terms">The region's terms that are allowed, each with its code; empty for most columns.</param>
public sealed record ColumnHelp(string Label, string Name, bool IsRequired, string HowTo, string Terms)
{
    /// <summary>For each column that a table of a type may have.</summary>
    public static IReadOnlyList<ColumnHelp> Of(TypeDefinition type, VocabularySet vocabularies) =>
        [.. TableHead.ColumnsOf(type).Select(column => new ColumnHelp(
            column.Label, column.Name, column.Field is null || (column.Field.IsRequired && column.Field.Fields.Count == 0), HowToFill(column),
            column.Field is { KindId: "terms" } field && vocabularies.Find(field.Of) is { } vocabulary ? string.Join(" | ", vocabulary.Terms.Select(term => $"{term.Name} [{term.Code}]")) : ""))];

    private static string HowToFill(TableColumn column)
    {
        if (column.Field is not { } field)
            return Texts.In["Fill.id"];
        var how = field.KindId switch
        {
            "period" or "date" => Texts.In["Fill.date"],
            "moment" => Texts.In["Fill.moment"],
            "terms" => Texts.In["Fill.terms"],
            "places" => Texts.In["Fill.places"],
            "money" or "number" => Texts.In["Fill.number"],
            "boolean" => Texts.In["Fill.boolean"],
            "group" => Texts.In["Fill.group"],
            "references" => Texts.In["Fill.references"],
            "markdown" => Texts.In["Fill.markdown"],
            _ => "",
        };
        return string.Join(' ', new[] { field.Help, how, column.HasMany && field.KindId != "group" ? Texts.In["Fill.many"] : "" }.Where(part => part.Length > 0));
    }
}
