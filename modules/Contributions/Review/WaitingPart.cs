using Hub.Content;
using Hub.Content.Storage;
using Hub.Contributions.Proposals;
using Hub.Contributions.Tables;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hub.Contributions.Review;

/// <summary>On the desk of whoever reviews: how many proposals wait, and how many are late.</summary>
internal sealed class WaitingPart(HubDb db, IHttpContextAccessor http, TimeProvider clock) : IPagePart
{
    public PageSlot Slot => PageSlot.Desk;

    public int Order => 20;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(ContentPermissions.Review) != true)
            return null;
        var today = RomeTime.Today(clock);
        var waiting = db.Set<ProposalRow>().Where(row => row.Region == page.Region.Id && row.State == ProposalState.Sent);
        var count = await waiting.CountAsync(cancel);
        return count == 0 ? null : new PagePart("Desk/Proposals.Waiting", new WaitingProposals(count, await waiting.CountAsync(row => row.DueOn < today, cancel)));
    }
}

/// <summary>How much there is to answer.</summary>
public sealed record WaitingProposals(int Count, int Late);
