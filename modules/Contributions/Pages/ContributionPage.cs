using Hub.Contributions.Contributors;
using Hub.Contributions.Guard;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Contributions.Pages;

/// <summary>What the pages of whoever proposes have alike: who is there, how a page is shown, and what a stranger is told. For one scope.</summary>
public sealed class ContributionPage(CurrentRegion current, Visits visits, FormTrap trap, PageFrame frame)
{
    private Visit? visit;

    public Region Region => current.Region;

    public ContributionSettings Settings => ContributionSettings.Of(Region);

    /// <summary>Who is at the request; null for a stranger.</summary>
    public async Task<Visit?> Visit(HttpContext context, CancellationToken cancel) => visit ??= await visits.Of(context, Region, cancel);

    /// <summary>A page that no cache keeps and no search engine lists.</summary>
    public ViewResult Show(Controller controller, string view, string title, object? model, int status = StatusCodes.Status200OK, bool edits = false)
    {
        controller.Response.StatusCode = status;
        controller.Response.Headers.CacheControl = "no-store";
        frame.AsksFeedback = false;
        frame.IsIndexed = view == "Contributions.Begin";
        frame.EditsContent = edits;
        if (view != "Contributions.Begin")
            frame.Under(Texts.In["Propose.Title"], "/proponi");
        frame.Is(title, view == "Contributions.Begin" ? Texts.In["Propose.Description"] : "");
        return controller.View(view, model);
    }

    /// <summary>The same for a proposal that is not there and for one that is somebody else's.</summary>
    public ViewResult Closed(Controller controller, int status = StatusCodes.Status404NotFound) =>
        Show(controller, "Contributions.Closed", Texts.In["Closed.Title"], new LinkModel("", trap.Begin()), status);
}

/// <summary>The form that asks for a new link.</summary>
/// <param name="Issue">What is wrong with what was typed; empty for nothing.</param>
/// <param name="Mark">See <see cref="FormTrap"/>.</param>
public sealed record LinkModel(string Issue, string Mark, string Email = "", string Page = "", string CodeIssue = "");
