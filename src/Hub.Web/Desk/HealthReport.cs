using System.Data.Common;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Desk;

/// <summary>Asks every probe of a region how it is, and the task ledger what failed. For one scope.</summary>
public sealed class HealthReport(EnabledExtensions extensions, HubDb db, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<HealthLine>> Of(Region region, CancellationToken cancel)
    {
        var lines = new List<HealthLine>();
        foreach (var probe in extensions.Of<IHealthProbe>(region))
            lines.Add(new HealthLine(probe.Name, await Ask(probe, region, cancel)));
        lines.AddRange(await Tasks(region, cancel));
        return lines;
    }

    private async Task<IReadOnlyList<HealthLine>> Tasks(Region region, CancellationToken cancel)
    {
        try
        {
            var tasks = await db.Tasks.AsNoTracking().Where(row => row.Region == region.Id).OrderBy(row => row.Task).ToListAsync(cancel);
            return [.. tasks.Select(task => new HealthLine(
                Texts.Get("Health.Task", task.Task),
                new Health(task.Error.Length == 0, task.Error.Length == 0 ? Texts.Get("Health.TaskRan", Hub.Content.RomeTime.FromUtc(task.Due)) : task.Error)))];
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return [new HealthLine(Texts.Get("Health.Database"), new Health(false, Texts.Get("Health.DatabaseAway")))];
        }
    }

    private async Task<Health> Ask(IHealthProbe probe, Region region, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            return await probe.Check(region, both.Token).WaitAsync(Patience, clock, cancel);
        }
#pragma warning disable CA1031 // a probe that fails is what the report is there to tell
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return new Health(false, $"{e.GetType().Name}: {e.Message}");
        }
#pragma warning restore CA1031
    }
}

/// <summary>A line of the report.</summary>
public sealed record HealthLine(string Name, Health Health);
