using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Hub.Web.Frame;

/// <summary>Looks for a view in the region's theme, then among the modules' views, then in Hub.Web.</summary>
internal sealed class ThemeViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["theme"] = context.ActionContext.HttpContext.GetRegion().Definition.Theme;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Views/{context.Values["theme"]}/{{0}}.cshtml", "/Views/{0}.cshtml", "/Views/Shared/{0}.cshtml"];
}
