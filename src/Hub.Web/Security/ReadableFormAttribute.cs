using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Security;

/// <summary>A form that is too large, or none, is answered with a page that says so, before anything is read from it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadableFormAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await IsReadable(context.HttpContext))
        {
            await next();
            return;
        }

        var frame = context.HttpContext.RequestServices.GetRequiredService<PageFrame>();
        frame.AsksFeedback = false;
        frame.IsIndexed = false;
        frame.Is(Texts.Get("TooBig.Title"));
        context.Result = new ViewResult { ViewName = "TooBig", StatusCode = StatusCodes.Status413PayloadTooLarge };
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
