using Hub.Content.Items;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.Extensions.Logging;

namespace Hub.Content.Audit;

/// <summary>
/// Every night: checks a region's audit trail, writes its end into the log, where the database's owner can't change it, and
/// takes out what is older than the region's rule.
/// </summary>
internal sealed class KeepAudit(AuditTrail trail, TimeProvider clock, ILogger<KeepAudit> log) : IBackgroundTask
{
    public string Id => "content.audit";

    public string Schedule => "40 2 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var check = await trail.Check(region, cancel);
        if (check.BrokenAt is { } broken)
        {
            log.LogError(
                "HUB-D020 The audit trail of {Region} does not fit at entry {Entry}: it was changed outside the hub. Compare it with a back-up; nothing is trimmed meanwhile.",
                region.Id, broken);
            return;
        }

        log.LogInformation("The audit trail of {Region} is sound up to entry {Entry}: {Hash}.", region.Id, check.Last, check.Hash);
        await trail.Trim(region, clock.GetUtcNow().UtcDateTime.AddMonths(-AuditSettings.Of(region).MonthsKept), Actor.Hub("registro"), cancel);
    }
}
