using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Security;

/// <summary>
/// Lets in whoever has a permission in the request's region: others are asked to sign in, or told that they may not, or led to
/// the second step that their role asks for. The person is then <see cref="DeskActor.GetActor"/>.
/// </summary>
/// <param name="permission">Empty lets in everybody who is signed in and has some role in the region.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class PermitAttribute(string permission = "") : Attribute, IAsyncAuthorizationFilter
{
    public string Permission { get; } = permission;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var source = http.RequestServices.GetRequiredService<ActorSource>();
        var actor = await source.Of(http.User, http.GetRegion(), http.RequestAborted);
        if (actor is null)
            context.Result = new ChallengeResult();
        else if (Permission.Length == 0 ? actor.Permissions is { Count: 0 } : !actor.May(Permission))
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        else if (TwoStepRule.IsOwed(http, actor))
            context.Result = HttpMethods.IsGet(http.Request.Method) ? new RedirectResult(http.Request.PathBase + "/" + TwoStepRule.Path) : new StatusCodeResult(StatusCodes.Status403Forbidden);
        else
            http.Features.Set(actor with { From = http.Connection.RemoteIpAddress?.ToString() ?? "" });
    }
}

/// <summary>Where the person behind a permitted request is found.</summary>
public static class DeskActor
{
    /// <exception cref="InvalidOperationException">No permission was asked for.</exception>
    public static Actor GetActor(this HttpContext context) =>
        context.Features.Get<Actor>() ?? throw new InvalidOperationException("The action carries no Permit attribute.");
}
