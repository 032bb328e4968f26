using System.Globalization;
using Hub.Content;
using Hub.Content.Editing;
using Hub.Content.Media;
using Hub.Content.Storage;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Contributors;

/// <summary>
/// Deletes what is kept no longer: drafts that were never sent, two weeks after a warning; what was begun with a mailbox that
/// nobody confirmed, after a month; files of what was refused, after a month; people who have nothing here any more.
/// </summary>
internal sealed class ForgetContributors(HubDb db, KnownContributors contributors, HeldFiles held, TimeProvider clock) : IBackgroundTask
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(14);
    private static readonly TimeSpan Refused = TimeSpan.FromDays(30);
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(30);
    private const int AtOnce = 500;

    public string Id => "contributions.forget";

    public string Schedule => "40 3 * * *";

    public async Task Run(Region region, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await ForgetUnconfirmed(region, now, cancel);
        var life = TimeSpan.FromDays(ContributionSettings.Of(region).DaysOfDrafts);
        var warned = now - Notice;
        await Delete(await Drafts(region).Where(row => row.WarnedAt != null && row.WarnedAt <= warned).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel), cancel);
        await Warn(region, now, life, cancel);
        await ForgetFiles(region, now - Refused, cancel);
        var before = now - life;
        await db.Set<ContributorRow>()
            .Where(row => row.Region == region.Id && row.OrganisationId == null && row.CreatedAt < before && (row.OpenedAt == null || row.OpenedAt < before) && !db.Set<ProposalRow>().Any(proposal => proposal.ContributorId == row.Id))
            .ExecuteDeleteAsync(cancel);
        await db.Set<ContributorLinkRow>().Where(link => !db.Set<ContributorRow>().Any(row => row.Id == link.ContributorId)).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<ProposalRow> Drafts(Region region) => db.Set<ProposalRow>().Where(row => row.Region == region.Id && row.State == ProposalState.Draft);

    private async Task ForgetUnconfirmed(Region region, DateTime now, CancellationToken cancel)
    {
        var before = now - Unconfirmed;
        var people = await db.Set<ContributorRow>().Where(row => row.Region == region.Id && row.ConfirmedAt == null && row.OrganisationId == null && row.CreatedAt < before).OrderBy(row => row.Id).Take(AtOnce).Select(row => row.Id).ToListAsync(cancel);
        await Delete(await Drafts(region).Where(row => row.ContributorId != null && people.Contains(row.ContributorId.Value)).ToListAsync(cancel), cancel);
        await db.Set<ContributorRow>().Where(row => people.Contains(row.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Files of proposals that were refused a while ago, or that are there no more.</summary>
    private async Task ForgetFiles(Region region, DateTime refusedBefore, CancellationToken cancel)
    {
        var withdrawn = Status.Withdrawn.Code();
        var waiting = await (
            from file in db.Set<MediaFileRow>()
            where file.Region == region.Id && file.HeldFor != null && !db.Items.Any(item => item.Id == file.HeldFor && item.Status != withdrawn)
                && !db.Set<ProposalRow>().Any(row => row.Id == file.HeldFor && (row.State != ProposalState.Refused || row.ChangedAt > refusedBefore))
            select file.HeldFor!.Value).Distinct().OrderBy(id => id).Take(AtOnce).ToListAsync(cancel);
        foreach (var item in waiting)
            await held.Drop(item, null, Actor.Hub(Id), cancel);
    }

    private async Task Warn(Region region, DateTime now, TimeSpan life, CancellationToken cancel)
    {
        var begin = now - life + Notice;
        foreach (var draft in await Drafts(region).Where(row => row.ChangedAt <= begin && row.WarnedAt == null).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel))
        {
            draft.WarnedAt = now;
            if (await contributors.Find(draft.ContributorId, cancel) is { ConfirmedAt: not null } contributor)
            {
                var day = RomeTime.FromUtc(now + Notice).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT"));
                contributors.Write(region, contributor, Texts.In["Mail.Forget.Subject", draft.Title], Texts.In["Mail.Forget", draft.Title, day], draft.Id.ToString());
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task Delete(List<ProposalRow> drafts, CancellationToken cancel)
    {
        var ids = drafts.Select(row => row.Id).ToList();
        foreach (var id in ids)
            await held.Drop(id, null, Actor.Hub(Id), cancel);
        await db.Set<UnsavedRow>().Where(row => ids.Contains(row.ItemId)).ExecuteDeleteAsync(cancel);
        db.RemoveRange(drafts);
        await db.SaveChangesAsync(cancel);
    }
}
