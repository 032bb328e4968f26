using System.Globalization;
using Hub.Content;
using Hub.Kernel.Regions;
using Hub.Legislation.Norms;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Legislation.Versions;

/// <summary>The text of a norm on a day, and what changed between two days.</summary>
public sealed class TextsController(CurrentRegion current, ItemReader reader, NormTexts texts, PageFrame frame, TimeProvider clock) : Controller
{
    private const string Slug = "{slug:regex(^[[a-z0-9-]]+$)}";

    [HttpGet($"norme/{Slug}/testo")]
    public async Task<IActionResult> On(string slug, [FromQuery(Name = "data")] string? asked, CancellationToken cancel)
    {
        if (await Find(slug, cancel) is not { } norm)
            return NotFound();
        var day = Day(asked) ?? RomeTime.Today(clock);
        Frame(norm.Item, Texts.In["Text.Title", norm.Item.As<Norm>().Label]);
        return View("Norm.Text", new TextPage(norm.Item, day, await texts.On(current.Region, norm.Item, norm.Act, day, cancel), norm.Days));
    }

    [HttpGet($"norme/{Slug}/confronto")]
    public async Task<IActionResult> Between(string slug, [FromQuery(Name = "da")] string? first, [FromQuery(Name = "a")] string? second, CancellationToken cancel)
    {
        if (await Find(slug, cancel) is not { } norm)
            return NotFound();
        var from = Day(first) ?? norm.Days[0];
        var to = Day(second) ?? RomeTime.Today(clock);
        var before = await texts.On(current.Region, norm.Item, norm.Act, from, cancel);
        var after = await texts.On(current.Region, norm.Item, norm.Act, to, cancel);
        Frame(norm.Item, Texts.In["Difference.Title", norm.Item.As<Norm>().Label]);
        return View("Norm.Difference", new DifferencePage(norm.Item, from, to, Changes(before, after), norm.Days));
    }

    private static IReadOnlyList<ArticleChange> Changes(IReadOnlyList<DatedText> before, IReadOnlyList<DatedText> after)
    {
        var old = before.ToDictionary(text => text.Article, StringComparer.Ordinal);
        var now = after.Select(text => text.Article).ToHashSet(StringComparer.Ordinal);
        return [.. after.Select(text => (Old: old.GetValueOrDefault(text.Article), Now: (DatedText?)text))
            .Concat(before.Where(text => !now.Contains(text.Article)).Select(text => (Old: (DatedText?)text, Now: (DatedText?)null)))
            .Where(pair => pair.Old?.Text != pair.Now?.Text || pair.Old?.Heading != pair.Now?.Heading)
            .Select(pair => new ArticleChange((pair.Now ?? pair.Old)!.Article, (pair.Now ?? pair.Old)!.Heading, pair.Old is null, pair.Now is null, WordDifference.Between(pair.Old?.Text ?? "", pair.Now?.Text ?? "")))];
    }

    private async Task<(Item Item, string Act, IReadOnlyList<DateOnly> Days)?> Find(string slug, CancellationToken cancel)
    {
        var (item, _) = await reader.Find(current.Region, "norme", slug, cancel);
        if (item is null || NormKey.Of(item.As<Norm>().Identifier) is not { } key)
            return null;
        var days = await texts.Days(current.Region, item, key.Act, cancel);
        return days.Count == 0 ? null : (item, key.Act, days);
    }

    private void Frame(Item norm, string title)
    {
        frame.Under(Texts.In["Norm.Plural"], "/norme").Under(norm.As<Norm>().Label, $"/{norm.Path}").Is(title);
        frame.Updated = norm.Updated;
        frame.IsIndexed = !Request.QueryString.HasValue;
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The text of a norm on a day.</summary>
/// <param name="Days">On which it changed.</param>
public sealed record TextPage(Item Item, DateOnly Day, IReadOnlyList<DatedText> Articles, IReadOnlyList<DateOnly> Days);

/// <summary>What changed in a norm between two days, article by article.</summary>
public sealed record DifferencePage(Item Item, DateOnly From, DateOnly To, IReadOnlyList<ArticleChange> Changes, IReadOnlyList<DateOnly> Days);

/// <summary>What changed in an article.</summary>
public sealed record ArticleChange(string Article, string Heading, bool IsNew, bool IsGone, IReadOnlyList<TextPart> Parts);
