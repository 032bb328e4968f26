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
    public IActionResult Edit(string key, string? esito) => Find(key) switch
    {
        null => NotFound(),
        { Page: { } page } => Redirect(Url.Content("~/" + page)),
        var section => Form(section, section.Read(current.Region.Definition), [], esito is "fatto" ? Texts.Get("Settings.Saved") : "", Stamp(section)),
    };

    /// <summary>Saves, or adds, moves or takes out a row without saving when that button was pressed.</summary>
    [HttpPost("{key}")]
    public async Task<IActionResult> Save(string key, IFormCollection form, CancellationToken cancel)
    {
        if (Find(key) is not { Page: null } section)
            return NotFound();
        var typed = FormValues.Read(form, section.Fields);
        var stamp = form["stamp"].ToString();
        if (form["_righe"] is [{ Length: > 0 } order, ..])
            return Form(section, FormValues.Arrange(form, section.Fields, order), [], Texts.Get("Settings.NotSaved"), stamp);
        var outcome = await settings.Save(current.Region, section, typed, HttpContext.GetActor(), stamp, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content($"~/gestione/impostazioni/{key}?esito=fatto"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return outcome.Kind == OutcomeKind.Conflict
            ? Form(section, typed, [], Texts.Get("Features.Conflict"), Stamp(section))
            : Form(section, typed, outcome.Issues, "", stamp);
    }

    private ISettingsSection? Find(string key) => extensions.Of<ISettingsSection>().FirstOrDefault(section => section.Key == key);

    private string Stamp(ISettingsSection section) => RegionSettings.StampOf(section, current.Region.Definition);

    private ViewResult Form(ISettingsSection section, JsonObject values, IReadOnlyList<Issue> issues, string message, string stamp) =>
        Page(section.Title, "Desk/SettingsForm", new FormModel(section.Key, section.Title, section.Fields, values, issues, message) { Stamp = stamp, Lead = section.Description });

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
