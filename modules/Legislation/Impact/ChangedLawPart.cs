using Hub.Legislation.Sources;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.Legislation.Impact;

/// <summary>The pages that a change of law flagged, and the news of sources that nobody has looked at, on the desk's first page.</summary>
internal sealed class ChangedLawPart(Rechecks rechecks, Inbox inbox, IHttpContextAccessor http) : IPagePart
{
    private const int AtMost = 5;

    public PageSlot Slot => PageSlot.Desk;

    public int Order => 20;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(ContentPermissions.Edit) is not true)
            return null;
        var lines = (await rechecks.Waiting(page.Region, cancel)).Take(AtMost)
            .Select(entry => new DeskLine(entry.Title, Texts.In["Desk.ChangedLaw.Why", entry.Row.Reason, entry.UpdateTitle], "gestione/riverifiche")).ToList();
        if ((await inbox.Waiting(cancel)).Count is > 0 and var news)
            lines.Add(new DeskLine(Texts.In["Inbox.Title"], Texts.In["Desk.ChangedLaw.Inbox", news], "gestione/segnalazioni"));
        return lines.Count == 0 ? null : new PagePart(DeskLines.View, new DeskLines(Texts.In["Desk.ChangedLaw"], lines, "gestione/riverifiche"));
    }
}
