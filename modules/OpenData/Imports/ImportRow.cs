#pragma warning disable CS1591 // the columns are told in docs/reference/database.md
namespace Hub.OpenData.Imports;

/// <summary>A table that somebody brought.</summary>
public sealed class ImportRow
{
    public Guid Id { get; set; }

    public required string Region { get; set; }

    public required string Type { get; set; }

    /// <summary>Account name.</summary>
    public required string Person { get; set; }

    /// <summary>What the person might do when they brought it, between blanks; empty for everything.</summary>
    public required string Permissions { get; set; }

    public required string FileName { get; set; }

    /// <summary>The file as it came, compressed; empty when all is done.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Code of the status that items are stored in.</summary>
    public required string Status { get; set; }

    public DateTime At { get; set; }

    /// <summary>Rows of the table.</summary>
    public int Total { get; set; }

    /// <summary>A trial, which stores nothing; else the import itself.</summary>
    public bool IsTrial { get; set; }

    /// <summary>Rows that are done, of the trial or of the import.</summary>
    public int Done { get; set; }

    public int Created { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    /// <summary>JSON of what was refused, at most some thousands.</summary>
    public required string Problems { get; set; }

    /// <summary>What kept the whole from going on; empty when nothing did.</summary>
    public required string Failure { get; set; }

    /// <summary>UTC; some process works on it until then at least.</summary>
    public DateTime HeldUntil { get; set; }
}
