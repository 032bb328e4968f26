using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Appearance;

/// <summary>The stylesheet of a colour: the address says which, so that it holds for ever and needs nothing stored.</summary>
public sealed class StylesheetController(CurrentRegion current, ThemeColours themes) : Controller
{
    [HttpGet("aspetto-{hex:length(6)}-{version:length(8)}.css")]
    public IActionResult Of(string hex, string version)
    {
        if (themes.Of(current.Region) is not { } palette || Colour.Parse(hex) is not { } primary)
            return NotFound();
        Response.Headers.CacheControl = version == palette.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Content(palette.Stylesheet(primary), "text/css; charset=utf-8");
    }
}

/// <summary>Where pages find their region's colour.</summary>
public static class StylesheetAddress
{
    /// <summary>The path within the region of the stylesheet that follows the theme's; null when the theme's own colour stays.</summary>
    /// <param name="tried">A colour that is only looked at.</param>
    public static string? Stylesheet(this HttpContext context, Region region, Colour? tried = null)
    {
        var themes = (ThemeColours)context.RequestServices.GetService(typeof(ThemeColours))!;
        return (tried ?? AppearanceSettings.ColourOf(region)) is { } primary && themes.Of(region) is { } palette ? $"/aspetto-{primary.ToString()[1..]}-{palette.Version}.css" : null;
    }
}
