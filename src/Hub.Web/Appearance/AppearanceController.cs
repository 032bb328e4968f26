using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Frame;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Appearance;

/// <summary>The page on which a region's colour is tried, checked and set.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/impostazioni/aspetto")]
[Permit(RegionSettings.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AppearanceController(CurrentRegion current, RegionSettings settings, ThemeColours themes, EnabledExtensions extensions, PageFrame frame) : Controller
{
    private ISettingsSection Section => extensions.Of<ISettingsSection>().First(section => section.Key == AppearanceSettings.Key);

    /// <summary>Shows the page in a colour that is only tried, when one is named.</summary>
    [HttpGet("")]
    public IActionResult Edit([FromQuery(Name = "colore")] string? tried, string? esito)
    {
        var stored = RegionSettings.Of<AppearanceSettings>(current.Region, AppearanceSettings.Key).Primary;
        var issues = tried is { Length: > 0 } ? Section.Check(current.Region, new JsonObject { [AppearanceSection.Primary] = tried }).ToList() : [];
        return Page(tried ?? stored, issues, esito is "fatto" ? Texts.Get("Settings.Saved") : "", RegionSettings.StampOf(Section, current.Region.Definition));
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(string? primary, string? stamp, [FromForm(Name = "_prova")] string? tries, CancellationToken cancel)
    {
        if (tries is not null)
            return Redirect(Url.Content("~/gestione/impostazioni/aspetto?colore=") + Uri.EscapeDataString(primary ?? ""));
        var outcome = await settings.Save(current.Region, Section, new JsonObject { [AppearanceSection.Primary] = primary }, HttpContext.GetActor(), stamp, cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content("~/gestione/impostazioni/aspetto?esito=fatto"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return outcome.Kind == OutcomeKind.Conflict
            ? Page(primary ?? "", [], Texts.Get("Features.Conflict"), RegionSettings.StampOf(Section, current.Region.Definition))
            : Page(primary ?? "", outcome.Issues, "", stamp ?? "");
    }

    private ViewResult Page(string typed, IReadOnlyList<Issue> issues, string message, string stamp)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Desk.Settings"), "/gestione/impostazioni").Is(Section.Title);
        var palette = themes.Of(current.Region);
        var colour = Colour.Parse(typed);
        if (colour is { } readable && Contrast.Passes(readable))
            frame.Tried = readable; // one that can't be read isn't put on the page that says so
        return View("Desk/Appearance", new AppearanceModel(
            typed, colour, palette?.Primary(current.Region.Variant), palette is not null, message, stamp,
            new InputModel(Section.Fields[0], AppearanceSection.Primary, typed, issues, Choices.None)));
    }
}

/// <summary>The page of a region's colour.</summary>
/// <param name="Typed">As it was typed; empty for the theme's own.</param>
/// <param name="Colour">As it was understood.</param>
/// <param name="Own">The colour of the region's stylesheet.</param>
/// <param name="CanChange">Whether the theme has colours that follow.</param>
public sealed record AppearanceModel(string Typed, Colour? Colour, Colour? Own, bool CanChange, string Message, string Stamp, InputModel Input)
{
    /// <summary>The colour that the checks are made with.</summary>
    public Colour? Shown => Colour ?? Own;
}
