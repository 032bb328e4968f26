using System.Text;
using Hub.Content;
using Hub.Kernel.Regions;
using Hub.Legislation.Updates;
using Hub.Web.Caching;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Legislation.Norms;

/// <summary>The pages of articles, and the feeds of norms, articles and all updates.</summary>
public sealed class NormsController(CurrentRegion current, ItemReader reader, NormPages pages, NormIndex index, UpdatesOfNorms updates, PageFrame frame, TimeProvider clock) : Controller
{
    private const string Slug = "{slug:regex(^[[a-z0-9-]]+$)}";
    private const string Article = "{article:regex(^[[0-9]][[a-z0-9]]*$)}";

    [HttpGet($"norme/{Slug}/articoli/{Article}")]
    public async Task<IActionResult> ArticleOf(string slug, string article, CancellationToken cancel)
    {
        var (item, movedTo) = await reader.Find(current.Region, "norme", slug, cancel);
        if (movedTo is not null)
            return RedirectPermanent(Url.Content($"~/{movedTo}/articoli/{article}"));
        if (item is null || await pages.Of(current.Region, item, article, cancel) is not { } page)
            return NotFound();
        foreach (var region in index.Asked)
            HttpContext.AlsoShows(region);
        var norm = item.As<Norm>();
        frame.Under(Texts.In["Norm.Plural"], "/norme").Under(norm.Label, $"/{item.Path}")
            .Is(Texts.In["Article.Title", page.Part.Article.InWords(), norm.Label], page.Part.Article.Heading);
        frame.Updated = item.Updated;
        frame.Canonical = item.Region == current.Region.Id ? null : $"/{item.Path}/articoli/{article}";
        return View("Norm.Article", page);
    }

    [HttpGet($"norme/{Slug}/feed.atom")]
    public async Task<IActionResult> FeedOf(string slug, CancellationToken cancel)
    {
        var (item, _) = await reader.Find(current.Region, "norme", slug, cancel);
        if (item is null || NormKey.Of(item.As<Norm>().Identifier) is not { } key)
            return NotFound();
        var touching = await updates.Of(current.Region, key.Act, cancel);
        return Feed(Texts.In["Feed.Norm", item.As<Norm>().Label], $"/{item.Path}", touching.Select(update => update.Item), item.Updated);
    }

    [HttpGet($"norme/{Slug}/articoli/{Article}/feed.atom")]
    public async Task<IActionResult> FeedOf(string slug, string article, CancellationToken cancel)
    {
        var (item, _) = await reader.Find(current.Region, "norme", slug, cancel);
        if (item is null || item.As<Norm>() is not { } norm || norm.Articles.FirstOrDefault(one => one.Number == article) is not { } told || NormKey.Of(norm.Identifier) is not { } key)
            return NotFound();
        var touching = (await updates.Of(current.Region, key.Act, cancel)).Where(update => update.Touches(article));
        return Feed(Texts.In["Feed.Norm", Texts.In["Article.Title", told.InWords(), norm.Label]], $"/{item.Path}/articoli/{article}", touching.Select(update => update.Item), item.Updated);
    }

    [HttpGet("aggiornamenti/feed.atom")]
    public async Task<IActionResult> FeedOfAll(CancellationToken cancel) =>
        Feed(Texts.In["Feed.All"], "/aggiornamenti", await updates.All(current.Region, cancel), RomeTime.Today(clock));

    private ContentResult Feed(string title, string path, IEnumerable<Item> items, DateOnly since) =>
        Content(UpdateFeed.Write($"{title} · {current.Region.Definition.Title}", current.Region, HttpContext.RootOf(current.Region), path, items, since), UpdateFeed.MediaType, Encoding.UTF8);
}
