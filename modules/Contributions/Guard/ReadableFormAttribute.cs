using Hub.Contributions.Pages;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Contributions.Guard;

/// <summary>A form that is too large, or none, is answered with a page that says so, before anything is read from it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadableFormAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>Nothing is read of what a stranger sends: it may be large.</summary>
    public bool IsForVisitors { get; init; }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (IsForVisitors && HttpMethods.IsPost(http.Request.Method) && await http.RequestServices.GetRequiredService<ContributionPage>().Visit(http, http.RequestAborted) is null)
            context.Result = Answer(http, "Contributions.Closed", Texts.In["Closed.Title"], StatusCodes.Status401Unauthorized, new LinkModel("", http.RequestServices.GetRequiredService<FormTrap>().Begin()));
        else if (await IsReadable(http))
            await next();
        else
            context.Result = Answer(http, "Contributions.TooBig", Texts.In["TooBig.Title"], StatusCodes.Status413PayloadTooLarge, null);
    }

    private static ViewResult Answer(HttpContext http, string view, string title, int status, object? model)
    {
        var frame = http.RequestServices.GetRequiredService<PageFrame>();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Under(Texts.In["Propose.Title"], "/proponi").Is(title);
        var data = new ViewDataDictionary(http.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = model };
        return new ViewResult { ViewName = view, StatusCode = status, ViewData = data };
    }

    private static async Task<bool> IsReadable(HttpContext context)
    {
        try
        {
            if (context.Request.HasFormContentType)
                await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return false;
        }
    }
}
