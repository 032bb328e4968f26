using System.Text;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Guides;

/// <summary>A document template as a text file to fill in.</summary>
public sealed class TemplateFileController(CurrentRegion current, ItemReader reader) : Controller
{
    [HttpGet("modelli/{slug:regex(^[[a-z0-9-]]+$)}.md")]
    public async Task<IActionResult> Download(string slug, CancellationToken cancel)
    {
        var (template, movedTo) = await reader.Find(current.Region, "modelli", slug, cancel);
        if (movedTo is not null)
            return RedirectPermanent(Url.Content($"~/{movedTo}.md"));
        if (template is null)
            return NotFound();
        var text = $"# {template.Title}\n\n{template.As<DocumentTemplate>().Body.Trim()}\n";
        return File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"{template.Slug}.md");
    }
}
