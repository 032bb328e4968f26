using Hub.Content.Prose;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Guides;

/// <summary>A whole edition on one page, for printing.</summary>
public sealed class EditionsController(
    CurrentRegion current, ItemReader reader, HandbookReader handbooks, ProseRenderer prose, ProcedureSteps steps, PageFrame frame) : Controller
{
    [HttpGet("edizioni/{slug:regex(^[[a-z0-9-]]+$)}/stampa")]
    public async Task<IActionResult> Print(string slug, CancellationToken cancel)
    {
        var (guide, movedTo) = await reader.Find(current.Region, "edizioni", slug, cancel);
        if (movedTo is not null)
            return RedirectPermanent(Url.Content($"~/{movedTo}/stampa"));
        if (guide is null || (await handbooks.Read(current.Region, cancel)).Find(guide) is not { } edition)
            return NotFound();

        frame.Under(Texts.In["Handbook"], "/sussidiario").Under(guide.Title, $"/{guide.Path}").Is(Texts.In["Print.Title", guide.Title], guide.Summary);
        frame.Updated = edition.Chapters.Select(chapter => chapter.Updated).Append(guide.Updated).Max();
        frame.IsIndexed = false;
        frame.AsksFeedback = false;
        return View("Guide.Print", new PrintedEdition(guide, edition, await Chapters(edition, cancel)));
    }

    private async Task<IReadOnlyList<PrintedChapter>> Chapters(HandbookEdition edition, CancellationToken cancel)
    {
        var chapters = new List<PrintedChapter>();
        foreach (var chapter in edition.Chapters)
        {
            var body = await prose.Render(current.Region, chapter, "body", cancel);
            var procedures = new List<PrintedProcedure>();
            foreach (var procedure in await reader.Find(current.Region, chapter.As<Chapter>().Procedures, cancel))
                procedures.Add(new PrintedProcedure(procedure, await steps.Of(current.Region, procedure, cancel)));
            chapters.Add(new PrintedChapter(chapter, body.Under(chapter.Slug + "-"), procedures));
        }

        return chapters;
    }
}

/// <summary>An edition made ready for paper.</summary>
public sealed record PrintedEdition(Item Guide, HandbookEdition Edition, IReadOnlyList<PrintedChapter> Chapters);

/// <param name="Body">Below the chapter's own heading, with anchors of its own.</param>
public sealed record PrintedChapter(Item Item, ProseText Body, IReadOnlyList<PrintedProcedure> Procedures);

/// <summary>A procedure of a chapter.</summary>
public sealed record PrintedProcedure(Item Item, IReadOnlyList<ProcedureStep> Steps);
