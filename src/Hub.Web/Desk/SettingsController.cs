using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Desk;

/// <summary>A region's settings: each section's form comes from its fields.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/impostazioni")]
[Permit(RegionSettings.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SettingsController(CurrentRegion current, EnabledExtensions extensions, RegionSettings settings, PageFrame frame) : Controller
{
    [HttpGet("")]
    public IActionResult List() => Page(null, "Desk/Settings", extensions.Of<ISettingsSection>());

    [HttpGet("{key}")]
    public IActionResult Edit(string key, string? esito) => Find(key) is { } section
        ? Form(section, RegionSettings.Values(current.Region, key), [], esito is "fatto" ? Texts.Get("Settings.Saved") : "")
        : NotFound();

    [HttpPost("{key}")]
    public async Task<IActionResult> Save(string key, IFormCollection form, CancellationToken cancel)
    {
        if (Find(key) is not { } section)
            return NotFound();
        if (form["_righe"] is [{ } order, ..])
            return Form(section, FormValues.Arrange(form, section.Fields, order), [], "");
        var typed = FormValues.Read(form, section.Fields);
        var outcome = await settings.Save(current.Region, section, typed, HttpContext.GetActor(), cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/impostazioni/{key}?esito=fatto"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(section, typed, outcome.Issues, outcome.Kind == OutcomeKind.Conflict ? Texts.Get("Features.Conflict") : "");
    }

    private ISettingsSection? Find(string key) => extensions.Of<ISettingsSection>().FirstOrDefault(section => section.Key == key);

    private ViewResult Form(ISettingsSection section, JsonObject values, IReadOnlyList<Issue> issues, string message) =>
        Page(section.Title, "Desk/SettingsForm", new FormModel(section.Key, section.Title, section.Fields, values, issues, message));

    private ViewResult Page(string? title, string view, object model)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione");
        if (title is not null)
            frame.Under(Texts.Get("Desk.Settings"), "/gestione/impostazioni");
        frame.Is(title ?? Texts.Get("Desk.Settings"));
        return View(view, model);
    }
}
