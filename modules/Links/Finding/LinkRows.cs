using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Links.Finding;

/// <summary>An address that a region's published contents link to.</summary>
internal sealed class LinkRow
{
    public required string Region { get; set; }

    /// <summary>Within the portal from the slash on, or whole.</summary>
    public required string Address { get; set; }

    public required LinkState State { get; set; }

    /// <summary>Where it leads now, or what the server said; empty when there is nothing to say.</summary>
    public required string Detail { get; set; }

    /// <summary>UTC; since when it fails. Null while it is sound.</summary>
    public DateTime? Since { get; set; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>UTC; null before the first look.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>UTC; when it is to be looked at again. Of addresses on the web.</summary>
    public DateTime NextAt { get; set; }
}

/// <summary>How an address is; stored by number.</summary>
internal enum LinkState
{
    /// <summary>Not looked at yet.</summary>
    New = 0,

    Sound = 1,

    /// <summary>It leads on to another address for good.</summary>
    Moved = 2,

    /// <summary>It failed, but may have been a passing fault.</summary>
    Doubtful = 3,

    Broken = 4,

    /// <summary>The server doesn't let programs look.</summary>
    Closed = 5,
}

/// <summary>Where an address stands.</summary>
internal sealed class LinkUseRow
{
    public required string Region { get; set; }

    public required string Address { get; set; }

    public Guid ItemId { get; set; }
}

/// <summary>What is linked to, and where.</summary>
internal sealed class LinkTables : IModuleTables
{
    public void Describe(ModelBuilder model)
    {
        model.Entity<LinkRow>(link =>
        {
            link.ToTable("Links");
            link.HasKey(row => new { row.Region, row.Address });
            link.HasIndex(row => new { row.Region, row.State });
            link.HasIndex(row => new { row.Region, row.NextAt });
        });
        model.Entity<LinkUseRow>(use =>
        {
            use.ToTable("LinkUses");
            use.HasKey(row => new { row.Region, row.Address, row.ItemId });
        });
    }
}
