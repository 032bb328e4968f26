namespace Hub.Citations.Resolving;

/// <summary>The names that stand for an act: "Codice del Terzo settore", "TUEL", "GDPR".</summary>
internal static class Aliases
{
    private static readonly Alias[] Table = [.. DataFile.Read("aliases.tsv").Select(row => new Alias(row[0], Target(row[1]), row[2]))];

    public static Alias Get(int index) => Table[index];

    /// <summary>The acts that have borne the same name, the newest first; one alone for most names.</summary>
    public static IReadOnlyList<ActReference> Editions(Alias alias) => alias.Edition
        ? [.. Table.Where(other => other.Edition && other.Forms == alias.Forms).Select(other => other.Act)]
        : [alias.Act];

    private static ActReference Target(string cell)
    {
        var act = cell.StartsWith("CELEX:", StringComparison.Ordinal) ? Celex.Parse(cell[6..]) : Nir.Parse(cell);
        return KnownActs.Complete(act ?? throw new FormatException($"aliases.tsv: {cell} is no identifier."));
    }
}

/// <summary>One name, its act, and when it may be trusted.</summary>
internal sealed record Alias(string Forms, ActReference Act, string Flag)
{
    /// <summary>The bare word means other things too: it counts with an article, or once the act has been cited.</summary>
    public bool Weak => Flag is "weak" or "article";

    public bool NeedsCapital => Flag == "capital";

    public bool BareNumber => Flag == "number";

    public bool Edition => Flag == "edition";
}
