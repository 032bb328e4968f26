using Hub.Content.Outside;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Links.Finding;
using Microsoft.EntityFrameworkCore;

namespace Hub.Links.Checking;

/// <summary>
/// Looks at addresses on the web that are due, where the region wants it: the ones that wait longest first, one server never
/// twice within two seconds, for ten minutes an hour at most.
/// </summary>
internal sealed class CheckOutside(HubDb db, OutsideClient client, TimeProvider clock) : IBackgroundTask
{
    private const int AtMost = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Id => "links.outside";

    public string Schedule => "37 * * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        if (!LinksSettings.Of(region).Outside)
            return;
        var began = clock.GetUtcNow();
        var due = await db.Set<LinkRow>().AsNoTracking()
            .Where(row => row.Region == region.Id && row.NextAt <= began.UtcDateTime && row.Address.StartsWith("http"))
            .OrderBy(row => row.NextAt).Take(AtMost).ToListAsync(cancel);
        var asked = new Dictionary<string, DateTimeOffset>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in due.TakeWhile(_ => clock.GetUtcNow() - began < Longest))
        {
            if (WebAddress.Of(row.Address) is not { } address)
                continue;
            if (asked.TryGetValue(address.Host, out var last) && last + Pause - clock.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, clock, cancel);
            var look = await Look(address, cancel);
            asked[address.Host] = clock.GetUtcNow();
            look.ApplyTo(row, clock.GetUtcNow().UtcDateTime);
            db.Update(row);
            await Save(cancel);
        }
    }

    /// <summary>A link that left the texts meanwhile needs no answer.</summary>
    private async Task Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // its row is gone
        }

        db.ChangeTracker.Clear();
    }

    private async Task<LinkLook> Look(Uri address, CancellationToken cancel)
    {
        var answer = await client.Look(address, cancel);
        return answer switch
        {
            { IsForbidden: true } => new LinkLook(LinkState.Closed, Texts.In["Outside.Robots"]),
            { Status: >= 200 and < 300, MovedTo: { } to } => new LinkLook(LinkState.Moved, to.AbsoluteUri),
            { Status: >= 200 and < 400 } => LinkLook.Sound,
            { Status: 401 or 402 or 403 or 405 or 406 or 429 or 451 or 999 } => new LinkLook(LinkState.Closed, Texts.In["Outside.Closed", answer.Status!]),
            { Status: 404 or 410 } => LinkLook.Gone(Texts.In["Outside.Missing", answer.Status!]),
            { Status: { } status } => new LinkLook(LinkState.Broken, Texts.In["Outside.Status", status]),
            _ => new LinkLook(LinkState.Broken, Texts.In["Outside.NoAnswer", answer.Error]),
        };
    }
}
