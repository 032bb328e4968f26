using Hub.Kernel.Regions;
using Hub.Links.Checking;
using Hub.Links.Finding;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Links.Report;

/// <summary>The desk's page of links that lead nowhere.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/collegamenti")]
[Permit(ContentPermissions.Edit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinksController(CurrentRegion current, LinkReport report, FindLinks finding, PageFrame frame) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string? esito, CancellationToken cancel)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Is(Texts.In["Links.Title"]);
        var groups = new List<LinkGroup>();
        foreach (var state in new[] { LinkState.Broken, LinkState.Doubtful, LinkState.Moved, LinkState.Closed })
            groups.Add(new LinkGroup(state, await report.In(current.Region, state, cancel)));
        return View("Links", new LinksPage(
            groups, await report.Counts(current.Region, cancel), await report.Last(current.Region, cancel), LinksSettings.Of(current.Region).Outside, esito is "fatto"));
    }

    /// <summary>Looks for links now, and at those within the portal. Those to other sites keep their turn.</summary>
    [HttpPost("")]
    public async Task<IActionResult> FindNow(CancellationToken cancel)
    {
        await finding.Run(current.Region, cancel);
        return Redirect(Url.Content("~/gestione/collegamenti?esito=fatto"));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Last">UTC; null before the first check.</param>
/// <param name="LooksOutside">The region wants addresses on the web looked at.</param>
internal sealed record LinksPage(IReadOnlyList<LinkGroup> Groups, IReadOnlyDictionary<LinkState, int> Counts, DateTime? Last, bool LooksOutside, bool IsDone);

/// <summary>Addresses in the same state.</summary>
internal sealed record LinkGroup(LinkState State, IReadOnlyList<ReportedLink> Links);
