using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Hub.SiteSearch.Editors;

/// <summary>What readers reported as missing, and what they search for in vain, on the desk's first page.</summary>
internal sealed class MissedPart(ReportedGaps gaps, AskedQueries queries, IHttpContextAccessor http) : IPagePart
{
    private const int AtMost = 5;
    private const string Path = "gestione/ricerca";

    public PageSlot Slot => PageSlot.Desk;

    public int Order => 30;

    public async Task<PagePart?> Make(PageFrame page, CancellationToken cancel)
    {
        if (http.HttpContext?.GetActor().May(SearchPermissions.Tune) is not true)
            return null;
        var lines = (await gaps.Open(page.Region, cancel)).Take(AtMost).Select(Line)
            .Concat((await queries.InVain(page.Region, cancel)).Take(AtMost).Select(Line)).ToList();
        return lines.Count == 0 ? null : new PagePart(DeskLines.View, new DeskLines(Texts.In["Desk.Missed"], lines, Path));
    }

    private static DeskLine Line(ReportedGapRow gap) => new(
        gap.Query.Length > 0 ? gap.Query : CountedText.Cut(gap.Note, 80), gap.Query.Length > 0 && gap.Note.Length > 0 ? Texts.In["Desk.Missed.Gap", gap.Note] : Texts.In["Desk.Missed.GapAlone"], Path);

    private static DeskLine Line(AskedQuery query) => new(query.Text, Texts.In["Desk.Missed.InVain", query.Times], $"cerca?q={Uri.EscapeDataString(query.Text)}");
}
