using System.Security.Claims;
using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
            context.Result = Refused(http);
        else if (TwoStepRule.IsOwed(http, actor))
            context.Result = HttpMethods.IsGet(http.Request.Method) ? new RedirectResult(http.Request.PathBase + "/" + TwoStepRule.Path) : new StatusCodeResult(StatusCodes.Status403Forbidden);
        else
            http.Features.Set(actor with { From = http.Connection.RemoteIpAddress?.ToString() ?? "" });
    }

    /// <summary>The log tells the account by its id and the route as it is written: nothing that came with the request.</summary>
    private StatusCodeResult Refused(HttpContext http)
    {
        http.RequestServices.GetRequiredService<ILogger<PermitAttribute>>().LogWarning(
            "Account {Account} was refused {Permission} in {Region} at {Route}.", http.User.FindFirstValue(ClaimTypes.NameIdentifier), Permission.Length > 0 ? Permission : "the desk",
            http.GetRegion().Id, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        return new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}

/// <summary>Where the person behind a permitted request is found.</summary>
public static class DeskActor
{
    /// <exception cref="InvalidOperationException">No permission was asked for.</exception>
    public static Actor GetActor(this HttpContext context) =>
        context.Features.Get<Actor>() ?? throw new InvalidOperationException("The action carries no Permit attribute.");
}
