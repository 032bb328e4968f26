using Hub.Practices.Transfers;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Hub.Practices.Desk;

/// <summary>On the first page of the back office: how many told transfers wait, for who may decide about them.</summary>
internal sealed class WaitingTransfers(TransferLog transfers, IHttpContextAccessor http) : IPagePart
{
    public PageSlot Slot => PageSlot.Desk;

    public int Order => 40;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel) =>
        http.HttpContext?.Features.Get<Actor>() is { } actor && actor.May(PracticePermissions.Moderate) && await transfers.CountWaiting(cancel) is > 0 and var count
            ? new PagePart("Desk/WaitingTransfers", count)
            : null;
}
