using Hub.Content.Media;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hub.Web.Media;

/// <summary>
/// Lets a request be as long as the region's library takes, and refuses one that says it is longer before it is read. What is a
/// little too large still comes through, and is answered beside its field.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>How many files of the greatest size one request may bring.</summary>
    private const int Several = 5;

    private const long Rest = 4 * 1024 * 1024;

    /// <summary>After the permission, before the token against forgery: looking for it reads the form.</summary>
    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var limit = (MediaRules.Of(http.GetRegion()).Largest * Several) + Rest;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = limit;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = limit, ValueLengthLimit = 64 * 1024, ValueCountLimit = 1000 }));
        if (http.Request.ContentLength > limit)
            context.Result = Refused(http.Request, limit);
    }

    private static IActionResult Refused(HttpRequest request, long limit) => UploadController.WantsJson(request)
        ? new JsonResult(UploadController.Errors(Texts.Get("Upload.TooMuch", FileSize.Of(limit)))) { StatusCode = StatusCodes.Status413PayloadTooLarge }
        : new RedirectResult(request.PathBase + "/gestione/media/carica?esito=troppo");
}
