using Hub.Contributions.Pages;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Contributions.Guard;

/// <summary>Nothing is read of what a stranger sends, since it may be large: they are asked for their link before the form is looked at.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KnownVisitorAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    /// <summary>Before the form is read.</summary>
    public int Order => -1;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || await http.RequestServices.GetRequiredService<ContributionPage>().Visit(http, http.RequestAborted) is not null)
        {
            await next();
            return;
        }

        var frame = http.RequestServices.GetRequiredService<PageFrame>();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Propose.Title"], "/proponi").Is(Texts.In["Closed.Title"]);
        context.Result = new ViewResult
        {
            ViewName = "Contributions.Closed",
            StatusCode = StatusCodes.Status401Unauthorized,
            ViewData = new ViewDataDictionary(http.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
            {
                Model = new LinkModel("", http.RequestServices.GetRequiredService<FormTrap>().Begin()),
            },
        };
    }
}
