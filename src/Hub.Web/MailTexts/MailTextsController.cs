using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Mail;
using Hub.Content.Settings;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.MailTexts;

/// <summary>Where a region gives its mails words of its own, looks at them and takes them back.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/impostazioni/posta")]
[Permit(RegionSettings.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MailTextsController(Content.Mail.MailTexts texts, PageFrame frame) : Controller
{
    [HttpGet("")]
    public IActionResult List() =>
        Page(Texts.Get("MailTexts.Title"), "Desk/MailTexts", texts.Kinds.Select(kind => new MailLine(kind, texts.Own(kind.Key) is { } own && own != new OwnWords())).ToList());

    [HttpGet("{key}")]
    public IActionResult Edit(string key, string? esito) => Find(key) is { } kind
        ? Form(kind, texts.Own(key) ?? new OwnWords(), [], esito is { Length: > 0 } ? Texts.Get("Settings.Saved") : "")
        : NotFound();

    /// <summary>Saves, or only shows how the mail would look when that button was pressed.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Save(
        string key, string? subject, string? opening, string? closing, [FromForm(Name = "_prova")] string? tries, CancellationToken cancel)
    {
        if (Find(key) is not { } kind)
            return NotFound();
        var words = new OwnWords(subject ?? "", opening ?? "", closing ?? "");
        if (tries is not null)
            return Form(kind, words, Hub.Content.Mail.MailTexts.Problems(kind, words), Texts.Get("MailTexts.NotSaved"));
        var outcome = await texts.Save(key, words, HttpContext.GetActor(), cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/impostazioni/posta/{key}?esito=fatto"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(kind, words, outcome.Issues, outcome.Kind == OutcomeKind.Conflict ? Texts.Get("Features.Conflict") : "");
    }

    /// <summary>The hub's words again.</summary>
    [HttpPost("{key}/ripristino")]
    public async Task<IActionResult> Reset(string key, CancellationToken cancel)
    {
        if (Find(key) is null)
            return NotFound();
        await texts.Save(key, new OwnWords(), HttpContext.GetActor(), cancel);
        return Redirect(Url.Content($"~/gestione/impostazioni/posta/{key}?esito=fatto"));
    }

    private MailKind? Find(string key) => texts.Kinds.FirstOrDefault(kind => kind.Key == key);

    private ViewResult Form(MailKind kind, OwnWords words, IReadOnlyList<Issue> issues, string message) =>
        Page(kind.Title, "Desk/MailText", new MailTextModel(kind, words, texts.Preview(kind, words), issues, message));

    private ViewResult Page(string title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Desk.Settings"), "/gestione/impostazioni");
        if (view != "Desk/MailTexts")
            frame.Under(Texts.Get("MailTexts.Title"), "/gestione/impostazioni/posta");
        frame.Is(title);
        return View(view, model);
    }
}

/// <summary>A kind of mail in the list.</summary>
/// <param name="HasOwn">The region has words of its own for it.</param>
public sealed record MailLine(MailKind Kind, bool HasOwn);

/// <summary>The words of one kind of mail, as typed, and how they look.</summary>
public sealed record MailTextModel(MailKind Kind, OwnWords Words, Letter Preview, IReadOnlyList<Issue> Issues, string Message)
{
    public string? ProblemOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}
