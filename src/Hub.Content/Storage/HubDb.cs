using System.Text.Json.Nodes;
using Hub.Content.Accounts;
using Hub.Content.Audit;
using Hub.Content.Mail;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Hub.Content.Storage;

/// <summary>
/// The hub's database. What belongs to a region is filtered to the scope's region and the national one as soon as
/// <see cref="SeeOnly"/> was called; a context that nobody narrowed, as in imports, sees all.
/// </summary>
public sealed class HubDb(DbContextOptions<HubDb> options) : IdentityUserContext<User, Guid>(options)
{
    private readonly ModuleTables? modules = options.FindExtension<ModuleTables>();
    private string? onlyRegion;

    public DbSet<RegionRow> Regions => Set<RegionRow>();

    public DbSet<ItemRow> Items => Set<ItemRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<ValueRow> Values => Set<ValueRow>();

    public DbSet<WordsRow> Words => Set<WordsRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<VocabularyRow> Vocabularies => Set<VocabularyRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<OneTimeLinkRow> OneTimeLinks => Set<OneTimeLinkRow>();

    /// <summary>From now on this context sees what belongs to the region, and what is national.</summary>
    public HubDb SeeOnly(Region region)
    {
        onlyRegion = region.Id;
        return this;
    }

    /// <exception cref="StorageException">The database refused; nothing was stored.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return AuditChain.IsWaiting(this)
                ? await SaveSealed(acceptAllChangesOnSuccess, cancellationToken)
                : await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (StorageException.From(e) is not null)
        {
            throw StorageException.From(e)!;
        }
    }

    /// <summary>A transaction that writes: on SQLite the only one from now on, on PostgreSQL one of many.</summary>
    /// <exception cref="StorageException">The database refused.</exception>
    internal async Task<IDbContextTransaction> BeginWriting(CancellationToken cancel)
    {
        try
        {
            Database.AutoSavepointsEnabled = false; // what fails in it is rolled back whole
            return await Database.BeginTransactionAsync(cancel);
        }
        catch (Exception e) when (StorageException.From(e) is not null)
        {
            throw StorageException.From(e)!;
        }
    }

    /// <summary>
    /// Waits until no other writer works in the region; the turn ends with the transaction. On SQLite every transaction of
    /// ours is alone from its begin.
    /// </summary>
    internal async Task TakeTurn(string region, CancellationToken cancel)
    {
        if (Database.IsNpgsql())
            await Database.ExecuteSqlAsync($"""SELECT 1 FROM "Regions" WHERE "Id" = {region} FOR UPDATE""", cancel);
    }

    /// <summary>The values of an item's latest version; one that was just added is not asked for again.</summary>
    internal async Task<JsonObject> LatestData(ItemRow item, CancellationToken cancel) => JsonNode.Parse(
        Versions.Local.FindEntryUntyped([item.Id, item.LatestVersion])?.Entity.Data
        ?? await Versions.Where(version => version.ItemId == item.Id && version.Number == item.LatestVersion)
            .Select(version => version.Data).SingleAsync(cancel))!.AsObject();

    /// <summary>Entries of the audit trail get their place in the chain in the transaction that stores them.</summary>
    private async Task<int> SaveSealed(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        await using var own = Database.CurrentTransaction is null ? await BeginWriting(cancel) : null;
        await AuditChain.Seal(this, cancel);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<RegionRow>(region =>
        {
            region.HasKey(row => row.Id);
            region.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<ItemRow>(item =>
        {
            item.HasKey(row => row.Id);
            item.HasIndex(row => new { row.Region, row.Section, row.Slug }).IsUnique();
            item.HasIndex(row => new { row.Region, row.Type, row.LiveVersion });
            item.HasIndex(row => new { row.Overrides, row.Region });
            item.HasIndex(row => new { row.Region, row.ChangedAt });
            item.HasIndex(row => new { row.Region, row.TitleKey });
            item.HasIndex(row => new { row.Region, row.Status, row.ChangedAt });
            item.HasIndex(row => new { row.Region, row.ChangedBy, row.ChangedAt });
            item.HasIndex(row => new { row.Region, row.Review });
            item.Property(row => row.Stamp).IsConcurrencyToken();
            item.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion || row.Region == RegionDefinition.NationalId);
        });
        builder.Entity<VersionRow>().HasKey(row => new { row.ItemId, row.Number });
        builder.Entity<ValueRow>(value =>
        {
            value.HasIndex(row => new { row.ItemId, row.Field });
            value.HasIndex(row => new { row.Field, row.Text, row.ItemId });
        });
        builder.Entity<WordsRow>().HasKey(row => row.ItemId);
        builder.Entity<AddressRow>(address =>
        {
            address.HasKey(row => new { row.Region, row.Section, row.Slug });
            address.HasIndex(row => row.ItemId);
            address.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion || row.Region == RegionDefinition.NationalId);
        });
        builder.Entity<VocabularyRow>(vocabulary =>
        {
            vocabulary.HasKey(row => new { row.Region, row.Taxonomy });
            vocabulary.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion || row.Region == RegionDefinition.NationalId);
        });
        builder.Entity<ChangeRow>(change =>
        {
            change.HasKey(row => new { row.Region, row.Sequence });
            change.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion || row.Region == RegionDefinition.NationalId);
        });
        builder.Entity<AuditRow>(audit =>
        {
            audit.HasIndex(row => new { row.Region, row.At });
            audit.HasIndex(row => new { row.Region, row.Sequence }).IsUnique();
            audit.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion);
        });
        builder.Entity<FeedbackRow>(feedback =>
        {
            feedback.HasIndex(row => new { row.Region, row.Path });
            feedback.HasQueryFilter(row => onlyRegion == null || row.Region == onlyRegion);
        });
        builder.Entity<TaskRow>().HasKey(row => new { row.Region, row.Task });
        builder.Entity<MembershipRow>().HasKey(row => new { row.UserId, row.Region, row.Role });
        builder.Entity<OneTimeLinkRow>().HasKey(row => row.TokenHash);
        builder.Entity<OutboxRow>(mail =>
        {
            mail.ToTable("Outbox");
            mail.HasIndex(row => new { row.Region, row.NextTry });
        });
        Editing.EditingTables.Describe(builder);
        Media.MediaTables.Describe(builder);
        AccountTables.Describe(builder);
        modules?.Describe(builder);
    }
}
