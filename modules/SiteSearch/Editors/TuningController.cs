using Hub.Content.Settings;
using Hub.Kernel.Regions;
using Hub.SiteSearch.Search;
using Hub.Web.Frame;
using Hub.Web.Items;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.SiteSearch.Editors;

/// <summary>The desk's page of the search: what readers miss, and the synonyms and promotions that editors answer with.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/ricerca")]
[Permit(SearchPermissions.Tune)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TuningController(
    CurrentRegion current, RegionDirectory regions, AskedQueries queries, ReportedGaps gaps, SearchTuning tuning, SiteSearcher searcher, PageFrame frame) : Controller
{
    private Region Region => current.Region;

    [HttpGet("")]
    public Task<IActionResult> Show(string? esito, CancellationToken cancel) => Page(Stored(), esito is "fatto" ? Texts.In["Desk.Saved"] : "", cancel);

    /// <summary>Stores what was typed, or shows what it would do to a search.</summary>
    /// <param name="version">Of the region when the form was shown.</param>
    /// <param name="preview">The search to try; nothing is stored then.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(string? synonyms, string? promotions, int version, string? preview, bool tries, CancellationToken cancel)
    {
        var typed = SearchTuning.Read(synonyms, promotions);
        if (tries)
            return await Page(typed, "", cancel, preview: await Preview(CountedText.Cut(preview ?? "", ReportedGaps.LongestQuery), typed, cancel));
        if (await tuning.Missing(Region, typed, cancel) is { Count: > 0 } missing)
            return await Refused(typed, Texts.In["Desk.Missing", string.Join(", ", missing)], cancel);
        if (!await tuning.Save(Region, typed, version, HttpContext.GetActor(), cancel))
            return await Refused(typed, Texts.In["Desk.Conflict"], cancel);
        return Redirect(Url.Content("~/gestione/ricerca?esito=fatto"));
    }

    [HttpPost("lacune/{id:guid}")]
    public async Task<IActionResult> CloseGap(Guid id, CancellationToken cancel) =>
        await gaps.Close(Region, id, cancel) ? Redirect(Url.Content("~/gestione/ricerca?esito=fatto")) : NotFound();

    private SearchSettings Stored() => RegionSettings.Of<SearchSettings>(Region, SearchSettings.Key);

    private Task<IActionResult> Refused(SearchSettings typed, string problem, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page(typed, "", cancel, problem);
    }

    private async Task<IActionResult> Page(SearchSettings settings, string message, CancellationToken cancel, string problem = "", TuningPreview? preview = null)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk.Home"], "/gestione").Is(Texts.In["Desk.Title"]);
        var national = Region.IsNational ? [] : RegionSettings.Of<SearchSettings>(regions.Current.National, SearchSettings.Key).Synonyms;
        return View("Desk/Search", new TuningPage(
            Region, settings, national, message, problem, preview,
            await queries.InVain(Region, cancel), await queries.WithoutClicks(Region, cancel), await gaps.Open(Region, cancel)));
    }

    private async Task<TuningPreview> Preview(string text, SearchSettings typed, CancellationToken cancel)
    {
        var search = new RegionSearch(Region, new ItemQuery { Text = text, Sort = ListModel.StandardSortOf(null, text), Size = 10 }, Region.IsNational);
        return new TuningPreview(text, await Titles(search, null, cancel), await Titles(search, typed, cancel));
    }

    private async Task<IReadOnlyList<FoundItem>> Titles(RegionSearch search, SearchSettings? tried, CancellationToken cancel) =>
        await searcher.Find(search, tried, cancel) is { } answer ? answer.Items : [];
}
