using System.Globalization;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace SampleModule;

/// <summary>The next appointments on the desk's first page, for those who look after the board.</summary>
internal sealed class BoardAtDesk(NoticeBoard board, IHttpContextAccessor http) : IPagePart
{
    public PageSlot Slot => PageSlot.Desk;

    public int Order => 50;

    public Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        var soon = http.HttpContext?.GetActor().May(NoticePermissions.Pin) is true ? board.Of(page.Region).Take(3).ToList() : [];
        return Task.FromResult(soon.Count == 0 ? null : new PagePart(DeskLines.View, new DeskLines(
            Texts.In["Board"], [.. soon.Select(notice => new DeskLine(notice.Title, notice.Day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT")), "appuntamenti"))], "appuntamenti")));
    }
}
