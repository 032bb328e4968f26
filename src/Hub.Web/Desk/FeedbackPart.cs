using Hub.Content.Feedback;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Desk;

/// <summary>The pages that readers judged badly in the last month, on the desk's first page.</summary>
internal sealed class FeedbackPart(PageFeedback feedback, IHttpContextAccessor http, TimeProvider clock) : IPagePart
{
    private const int Days = 30;
    private const int AtMost = 5;
    private const double Bad = 3;

    public PageSlot Slot => PageSlot.Desk;

    public int Order => 40;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(DeskPermissions.Feedback) is not true)
            return null;
        var judged = (await feedback.Summary(page.Region, clock.GetUtcNow().UtcDateTime.AddDays(-Days), cancel)).Where(each => each.Mean <= Bad).Take(AtMost).ToList();
        return judged.Count == 0 ? null : new PagePart(DeskLines.View, new DeskLines(
            Texts.Get("Desk.BadPages", Days),
            [.. judged.Select(each => new DeskLine(
                each.Path, Texts.Get("Desk.BadPages.Why", each.Mean, each.Count, each.Comments), $"gestione/commenti/pagina?indirizzo={Uri.EscapeDataString(each.Path)}"))],
            "gestione/commenti"));
    }
}
