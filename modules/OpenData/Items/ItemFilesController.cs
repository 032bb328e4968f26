using System.Text;
using Hub.Content.Files;
using Hub.Content.Vocabularies;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Api;
using Hub.Web.Frame;
using Hub.Web.SiteMap;
using Microsoft.AspNetCore.Mvc;

namespace Hub.OpenData.Items;

/// <summary>Every item to take away: <c>/pratiche/mappafondo.md</c>, <c>.jsonld</c>, <c>.docx</c>, and how to cite it.</summary>
[OpenToAll]
public sealed class ItemFilesController(CurrentRegion current, ContentTypes types, ItemReader reader, VocabularyReader vocabularies, WordFile word, EnabledExtensions extensions) : Controller
{
    [HttpGet("{section:regex(^[[a-z0-9-]]+$)}/{slug:regex(^[[a-z0-9-]]+$)}.{ending:regex(^(md|jsonld|docx|bib|ris|txt)$)}", Order = 5)]
    public async Task<IActionResult> Download(string section, string slug, string ending, CancellationToken cancel)
    {
        var region = current.Region;
        if (types.InSection(section) is not { } type)
            return NotFound();
        var (item, movedTo) = await reader.Find(region, section, slug, cancel);
        if (movedTo is not null)
            return RedirectPermanent(Url.Content($"~/{movedTo}.{ending}"));
        if (item is null)
            return NotFound();
        var permanent = HttpContext.PermanentOf(item.Id);
        var citation = new Citation(item, region, permanent, SchemaPropertyAttribute.AuthorOf(item, type));
        var sections = await SectionText.Of(extensions, item, cancel);
        return ending switch
        {
            "md" => Text(SectionText.InMarkdown(ItemMarkdown.Of(item, type), sections), "text/markdown", slug, ending),
            "jsonld" => Content(
                ItemJsonLd.Of(JsonLd.Of(item, type, region), item, type.Open(), await vocabularies.Read(region, cancel), HttpContext.PageOf(item), permanent, sections), "application/ld+json", Encoding.UTF8),
            "docx" => File(await word.Of(region, item, type, HttpContext.RootOf(region), citation.Text().TrimEnd(), sections, cancel), WordFile.MediaType, slug + ".docx"),
            "bib" => Text(citation.BibTex(), "application/x-bibtex", slug, ending),
            "ris" => Text(citation.Ris(), "application/x-research-info-systems", slug, ending),
            _ => Content(citation.Text(), "text/plain", Encoding.UTF8),
        };
    }

    private FileContentResult Text(string text, string mediaType, string slug, string ending) => File(Encoding.UTF8.GetBytes(text), mediaType + "; charset=utf-8", $"{slug}.{ending}");
}
