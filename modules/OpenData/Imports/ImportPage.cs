using Hub.Content.Tables;

namespace Hub.OpenData.Imports;

/// <summary>The page on which a table is brought.</summary>
/// <param name="NeedsSecond">Whoever writes an item of the type doesn't publish it, so that rows can't be published at once.</param>
/// <param name="Status">As it was chosen.</param>
/// <param name="Problem">Why the last file was refused; empty when none was.</param>
/// <param name="IsOfStatus">It is what was chosen that can't be, not the file.</param>
public sealed record ImportPage(
    IReadOnlyList<TypeDefinition> Types, TypeDefinition Type, IReadOnlyList<ColumnHelp> Columns, IReadOnlyList<ImportRow> Latest, bool MayPublish, bool NeedsSecond, string Status, string Problem, bool IsOfStatus)
{
    public string NameOf(string type) => Types.FirstOrDefault(each => each.Id == type)?.Plural ?? type;
}

/// <summary>What became of a table so far.</summary>
public sealed record ImportResult(ImportRow Import, string Type, IReadOnlyList<RowOutcome> Problems)
{
    public bool IsDone => Import.Done == Import.Total;

    /// <summary>Rows that an import would store.</summary>
    public int Good => Import.Created + Import.Changed;
}
