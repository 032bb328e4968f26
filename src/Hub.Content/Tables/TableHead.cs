using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Files;
using Hub.Content.Types;
using Hub.Content.Vocabularies;

namespace Hub.Content.Tables;

/// <summary>
/// The first row of a table, understood: which column holds what of a type. Columns are known by their stable name or by
/// what people call them.
/// </summary>
public sealed class TableHead
{
    private const string Identifier = "id";
    private static readonly string[] Ignored = ["type", "region", "status", "updated", "url", "published"];

    private readonly IReadOnlyDictionary<string, int> places;
    private readonly IReadOnlyDictionary<string, string> labels;
    private readonly TypeDefinition type;

    private TableHead(TypeDefinition type, IReadOnlyDictionary<string, int> places, IReadOnlyDictionary<string, string> labels)
    {
        this.type = type;
        this.places = places;
        this.labels = labels;
    }

    /// <summary>The columns that a table of a type may have: the identifier, then the fields and their parts.</summary>
    public static IReadOnlyList<TableColumn> ColumnsOf(TypeDefinition type) =>
    [
        new TableColumn(Identifier, Texts.Get("Column.id"), null),
        .. type.Fields.SelectMany(field => Cells.PartsOf(field), (field, part) => new TableColumn(
            part.Part.Length == 0 ? field.Name : $"{field.Name}.{part.Part}", part.Part.Length == 0 ? field.Label : $"{field.Label}: {part.Label}", field)),
    ];

    /// <exception cref="FileFormatException">A column is unknown or there twice, or the identifier or title is missing; says so in Italian.</exception>
    public static TableHead Read(CsvRow row, TypeDefinition type)
    {
        var columns = ColumnsOf(type);
        var known = columns.SelectMany(column => new[] { (Key: Key(column.Name), column.Name), (Key: Key(column.Label), column.Name), (Key: Key($"{column.Label}, {column.Label.Split(": ")[^1]}"), column.Name) }) // the last: as templates once said “Fonti: Indirizzo, indirizzo”
            .Concat(Ignored.SelectMany(name => new[] { (Key: Key(name), Name: ""), (Key: Key(Texts.Get("Column." + name)), Name: "") }))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal);
        var unknown = row.Cells.Where(cell => cell.Trim().Length > 0 && !known.ContainsKey(Key(cell))).Select(Shown).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new FileFormatException(row.Line, Texts.Get(unknown.Count == 1 ? "Table.UnknownColumn" : "Table.UnknownColumns", string.Join("”, “", unknown), type.Name));
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (known.TryGetValue(Key(row.Cells[i]), out var name) && name.Length > 0 && !found.TryAdd(name, i))
                throw new FileFormatException(row.Line, Texts.Get("Table.ColumnTwice", Shown(row.Cells[i])));
        }

        foreach (var needed in new[] { Identifier, "title" })
        {
            if (!found.ContainsKey(needed))
                throw new FileFormatException(row.Line, Texts.Get("Table.ColumnMissing", columns.First(column => column.Name == needed).Label));
        }

        return new TableHead(type, found, columns.ToDictionary(column => column.Name, column => column.Label, StringComparer.Ordinal));
    }

    /// <summary>What stands in the column by which rows are known again.</summary>
    public string IdentifierOf(CsvRow row) => Cell(row, Identifier).Trim();

    public string TitleOf(CsvRow row) => Cell(row, "title").Trim();

    /// <summary>What people call the column of an issue's field.</summary>
    /// <param name="field">Path of the field: <c>title</c>, <c>meetings[0].when</c>.</param>
    public string LabelOf(string field)
    {
        var name = field.Split('[', '.')[0];
        return type.Find(name)?.Label is { Length: > 0 } label ? label : labels.GetValueOrDefault(name, name);
    }

    /// <summary>What a row makes of values: those of its columns replace the others, which stay.</summary>
    /// <param name="values">Canonical; changed in place.</param>
    public void Apply(CsvRow row, JsonObject values, VocabularySet vocabularies)
    {
        foreach (var field in type.Fields)
        {
            var parts = Cells.PartsOf(field).Select(part => part.Part).ToList();
            if (!parts.Exists(part => places.ContainsKey(Name(field, part))))
                continue;
            var value = Cells.Read(field, part => Cell(row, Name(field, part)));
            if (value is null)
                values.Remove(field.Name);
            else
                values[field.Name] = Understood(field, value, vocabularies);
        }
    }

    /// <summary>Terms may be written by their names.</summary>
    private static JsonNode Understood(FieldDefinition field, JsonNode value, VocabularySet vocabularies)
    {
        if (field.KindId == GroupKind.KindId && value is JsonArray rows)
        {
            foreach (var row in rows.OfType<JsonObject>())
            {
                foreach (var inner in field.Fields.Where(inner => row[inner.Name] is not null))
                    row[inner.Name] = Understood(inner, row[inner.Name]!.DeepClone(), vocabularies);
            }
        }

        if (field.KindId != "terms" || vocabularies.Find(field.Of) is not { } vocabulary || value is not JsonArray codes)
            return value;
        return new JsonArray([.. codes.Select(code => (JsonNode?)(vocabulary.Find(code!.ToString())?.Code
            ?? vocabulary.Terms.FirstOrDefault(term => Key(term.Name) == Key(code.ToString()))?.Code ?? code.ToString()))]);
    }

    private static string Name(FieldDefinition field, string part) => part.Length == 0 ? field.Name : $"{field.Name}.{part}";

    private string Cell(CsvRow row, string column) => places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : "";

    private static string Key(string text) => FoldedText.Of(CleanText.Line(text));

    private static string Shown(string cell) => CleanText.Cut(CleanText.Line(cell), 60);
}
