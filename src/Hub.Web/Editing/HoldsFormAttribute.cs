using Hub.Web.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Editing;

/// <summary>
/// Where a form arrives after its session ended, answers with a page that holds all that was typed and sends it again once one
/// has signed in beside it: without it the way to the sign-in page would lose the text of whoever works without script.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HoldsFormAttribute : Attribute, IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is ChallengeResult && request.HasFormContentType && await Form(request) is { } form)
        {
            var frame = context.HttpContext.RequestServices.GetRequiredService<PageFrame>();
            frame.AsksFeedback = false;
            frame.IsIndexed = false;
            frame.Is(Texts.Get("SignedOut.Title"));
            context.Result = new ViewResult
            {
                ViewName = "Desk/SignedOut", StatusCode = StatusCodes.Status401Unauthorized,
                ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), context.ModelState) { Model = form },
            };
        }

        await next();
    }

    private static async Task<IFormCollection?> Form(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null; // more than a form may hold: as without the filter
        }
    }
}
