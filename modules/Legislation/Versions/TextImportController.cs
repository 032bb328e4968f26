using System.Globalization;
using Hub.Content;
using Hub.Kernel.Regions;
using Hub.Legislation.Norms;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Legislation.Versions;

/// <summary>The desk's page on which a version of a norm's text comes in as Akoma Ntoso.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/testi-norme")]
[Permit(ContentPermissions.Publish)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TextImportController(CurrentRegion current, ItemReader reader, NormTexts texts, PageFrame frame, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Form(CancellationToken cancel) => Page("", "", cancel);

    [HttpPost("")]
    [RequestSizeLimit(AkomaNtoso.MaxBytes + 100_000)]
    public async Task<IActionResult> Import(Guid norma, string? data, IFormFile? file, CancellationToken cancel)
    {
        var norm = (await Own(cancel)).FirstOrDefault(item => item.Id == norma);
        if (norm is null || file is null || file.Length is 0 or > AkomaNtoso.MaxBytes || NormKey.Of(norm.As<Norm>().Identifier) is not { } key)
            return await Page("", Texts.In["Akn.Missing"], cancel);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        var (act, problem) = AkomaNtoso.Read(content.ToArray());
        if (act is null)
            return await Page("", Texts.In[problem], cancel);
        if (act.Act is { } named && named != key.Act)
            return await Page("", Texts.In["Akn.OtherAct", named], cancel);
        var day = DateOnly.TryParseExact(data ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : act.Day ?? RomeTime.Today(clock);
        var changed = await texts.Import(current.Region, key.Act, act, day, Path.GetFileName(file.FileName), HttpContext.GetActor(), cancel);
        return await Page(Texts.In["Akn.Done", act.Articles.Count, changed, day.InWords()], "", cancel);
    }

    private async Task<IActionResult> Page(string done, string problem, CancellationToken cancel)
    {
        if (problem.Length > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Desk"], "/gestione").Is(Texts.In["Akn.Title"]);
        return View("Norm.TextImport", new TextImportPage(await Own(cancel), done, problem));
    }

    private async Task<IReadOnlyList<Item>> Own(CancellationToken cancel) =>
        [.. (await reader.All(current.Region, Norm.TypeId, cancel)).Where(item => item.Region == current.Region.Id)];
}

/// <param name="Done">What was done; empty at first.</param>
/// <param name="Problem">Why nothing was; empty at first.</param>
public sealed record TextImportPage(IReadOnlyList<Item> Norms, string Done, string Problem);
