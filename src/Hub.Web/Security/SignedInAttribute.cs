using Hub.Content.Accounts;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Security;

/// <summary>
/// Lets in whoever is signed in, with or without a role in the request's region: for one's own account. Others are asked to
/// sign in. The person is then <see cref="DeskActor.GetActor"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var actor = await http.RequestServices.GetRequiredService<ActorSource>().Of(http.User, http.GetRegion(), http.RequestAborted);
        if (actor is null)
            context.Result = new ChallengeResult();
        else
            http.Features.Set(actor);
    }
}
