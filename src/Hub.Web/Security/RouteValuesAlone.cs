using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Template;

namespace Hub.Web.Security;

/// <summary>
/// What stands in an action's route is read from the address alone, in every controller: else a form field or a query value of
/// the same name would come first, and what was checked would not be what is changed.
/// </summary>
internal sealed class RouteValuesAlone : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var routes = RoutesOf(action).ToList();
        foreach (var parameter in action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource is null))
        {
            if (routes.Count > 0 && routes.TrueForAll(route => route.Contains(parameter.Name)))
            {
                parameter.BindingInfo ??= new BindingInfo();
                parameter.BindingInfo.BindingSource = BindingSource.Path;
            }
        }
    }

    /// <summary>The names in each route that leads to the action.</summary>
    private static IEnumerable<HashSet<string>> RoutesOf(ActionModel action) =>
        from own in Templates(action.Selectors)
        from above in Templates(action.Controller.Selectors)
        let route = AttributeRouteModel.CombineTemplates(above, own)
        where route is not null
        select TemplateParser.Parse(route).Parameters.Select(parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string?> Templates(IList<SelectorModel> selectors) => selectors.Select(selector => selector.AttributeRouteModel?.Template).DefaultIfEmpty(null);
}
