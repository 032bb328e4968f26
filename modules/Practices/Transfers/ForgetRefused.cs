using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Transfers;

/// <summary>Deletes what was refused ninety days ago, every night.</summary>
internal sealed class ForgetRefused(HubDb db, TimeProvider clock) : IBackgroundTask
{
    private const int KeptDays = 90;

    public string Id => "practices.forget-refused";

    public string Schedule => "50 2 * * *";

    public Task Run(Region region, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays);
        return db.Set<TransferRow>().Where(row => row.Region == region.Id && row.State == TransferState.Refused && row.DecidedAt < before).ExecuteDeleteAsync(cancel);
    }
}
