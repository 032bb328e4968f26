using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Settings;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Desk;
using Hub.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Frame;

/// <summary>The page on which a region's menus are put in order, renamed, hidden and added to.</summary>
[AutoValidateAntiforgeryToken]
[Route("gestione/impostazioni/menu")]
[Permit(RegionSettings.ManagePermission)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MenusController(CurrentRegion current, RegionSettings settings, EnabledExtensions extensions, PageFrame frame) : Controller
{
    private ISettingsSection Section => extensions.Of<ISettingsSection>().First(section => section.Key == MenuSettings.Key);

    [HttpGet("")]
    public IActionResult Edit(string? esito)
    {
        var values = new JsonObject();
        foreach (var (name, menu) in MenuSection.Menus)
            values[name] = new JsonArray([.. Frame.Menus.Arranged(frame.Offered(menu), MenuSettings.Of(current.Region).Of(menu), menu).Select(entry => Row(entry.Entry))]);
        return Page(values, [], esito is "fatto" ? Texts.Get("Settings.Saved") : "", RegionSettings.StampOf(Section, current.Region.Definition));
    }

    /// <summary>Saves, or moves an entry without saving when that button was pressed.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(IFormCollection form, CancellationToken cancel)
    {
        var order = form["_righe"].FirstOrDefault() ?? "";
        var typed = order.Length > 0 ? FormValues.Arrange(form, Section.Fields, order) : FormValues.Read(form, Section.Fields);
        foreach (var (name, menu) in MenuSection.Menus)
            MarkOwn(typed[name] as JsonArray ?? [], menu);
        if (order.Length > 0)
            return Page(typed, [], Texts.Get("Menus.NotSaved"), form["stamp"].ToString());

        var values = (JsonObject)typed.DeepClone();
        foreach (var (name, menu) in MenuSection.Menus)
            KeepSleeping(values, name, menu);
        var outcome = await settings.Save(current.Region, Section, values, HttpContext.GetActor(), form["stamp"].ToString(), cancel);
        if (outcome.Succeeded)
            return Redirect(Url.Content("~/gestione/impostazioni/menu?esito=fatto"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return outcome.Kind == OutcomeKind.Conflict
            ? Page(typed, [], Texts.Get("Features.Conflict"), RegionSettings.StampOf(Section, current.Region.Definition))
            : Page(typed, outcome.Issues, "", form["stamp"].ToString());
    }

    /// <summary>What no module offers is the region's own.</summary>
    private void MarkOwn(JsonArray rows, Menu menu)
    {
        var offered = frame.Offered(menu).Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.OfType<JsonObject>())
        {
            var path = row["path"]?.ToString().Trim() ?? "";
            if (path is ['/', not '/', ..])
                path = path[1..];
            if (path.Length > 0)
                row["path"] = path;
            row["isOwn"] = offered.Contains(path) ? "false" : "true";
        }
    }

    /// <summary>Entries of features that are off now stay as they were set, for the day when the feature comes back.</summary>
    private void KeepSleeping(JsonObject values, string name, Menu menu)
    {
        var rows = values[name] as JsonArray ?? (JsonArray)(values[name] = new JsonArray())!;
        var paths = rows.Select(row => row?["path"]?.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in MenuSettings.Of(current.Region).Of(menu).Where(entry => !entry.IsOwn && !paths.Contains(entry.Path)))
            rows.Add((JsonNode)Row(entry));
    }

    private static JsonObject Row(MenuEntry entry)
    {
        var row = new JsonObject { ["path"] = entry.Path, ["isHidden"] = entry.IsHidden ? "true" : "false", ["isOwn"] = entry.IsOwn ? "true" : "false" };
        if (entry.Title.Length > 0)
            row["title"] = entry.Title;
        return row;
    }

    private ViewResult Page(JsonObject values, IReadOnlyList<Issue> issues, string message, string stamp)
    {
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.Get("Desk.Title"), "/gestione").Under(Texts.Get("Desk.Settings"), "/gestione/impostazioni").Is(Section.Title);
        return View("Desk/Menus", new MenusModel(
            [.. MenuSection.Menus.Select(menu => new MenuRows(menu.Key, frame.Offered(menu.Value), (values[menu.Key] as JsonArray ?? []).OfType<JsonObject>().ToList()))], issues, message, stamp));
    }
}

/// <summary>The page of the menus.</summary>
public sealed record MenusModel(IReadOnlyList<MenuRows> Menus, IReadOnlyList<Issue> Issues, string Message, string Stamp)
{
    public string? ProblemOf(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;
}

/// <summary>One menu of the page, as typed.</summary>
public sealed record MenuRows(string Name, IReadOnlyList<MenuItem> Offered, IReadOnlyList<JsonObject> Rows)
{
    /// <summary>The module's entry behind a row; null for a link of the region's own.</summary>
    public MenuItem? ItemOf(JsonObject row) => Offered.FirstOrDefault(item => item.Path == row["path"]?.ToString());

    /// <summary>What readers would see.</summary>
    public IReadOnlyList<string> Shown =>
        [.. Rows.Where(row => row["isHidden"]?.ToString() != "true").Select(row => row["title"]?.ToString() is { Length: > 0 } own ? own : ItemOf(row)?.Title ?? "").Where(title => title.Length > 0)];

    public bool IsOdd => Name == "main" && Shown.Count is < MenuSection.Few or > MenuSection.Many;
}
