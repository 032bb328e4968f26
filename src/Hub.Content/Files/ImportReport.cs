using System.Collections.ObjectModel;

namespace Hub.Content.Files;

/// <summary>Something in a file that kept it from being imported.</summary>
/// <param name="File">Path within the imported folder.</param>
/// <param name="Line">From 1; 0 when it concerns the whole file.</param>
/// <param name="Reason">In Italian.</param>
public sealed record FileProblem(string File, int Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"{File}({Line}): {Reason}" : $"{File}: {Reason}";
}

/// <summary>What an import did.</summary>
public sealed class ImportReport
{
    public int Added { get; internal set; }

    public int Changed { get; internal set; }

    public int Unchanged { get; internal set; }

    /// <summary>In the order of the files.</summary>
    public Collection<FileProblem> Problems { get; } = [];

    public override string ToString() => $"{Added} added, {Changed} changed, {Unchanged} unchanged, {Problems.Count} refused";
}

/// <summary>How far a long piece of work has come.</summary>
public readonly record struct WorkProgress(int Done, int Total, string What);
