using Hub.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Alerts.Following;

/// <summary>Who follows what.</summary>
internal sealed class AlertTables : IModuleTables
{
    public void Describe(ModelBuilder model) => model.Entity<Subscription>(subscription =>
    {
        subscription.ToTable("AlertSubscriptions");
        subscription.HasKey(row => row.Id);
        subscription.HasIndex(row => new { row.Region, row.Due });
        subscription.HasIndex(row => row.Email);
        subscription.HasIndex(row => row.ConfirmHash).IsUnique();
        subscription.HasIndex(row => row.StopKey).IsUnique();
        subscription.HasIndex(row => row.ReaderKey);
    });
}
