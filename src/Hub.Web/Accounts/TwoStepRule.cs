using Hub.Content.Accounts;
using Hub.Content.Items;
using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Accounts;

/// <summary>Whether somebody's role asks for more than they showed when they signed in.</summary>
internal static class TwoStepRule
{
    /// <summary>Within the region: where the second step is set up.</summary>
    public const string Path = "gestione/account/due-passaggi?serve=si";

    /// <param name="at">Where the role counts; null for the request's region.</param>
    public static bool IsOwed(HttpContext http, Actor actor, Region? at = null)
    {
        if (http.Features.Get<CurrentSession>() is not { IsTwoStep: false })
            return false;
        var region = actor.Roles.Contains(Roles.NationalAdministrator) ? http.RequestServices.GetRequiredService<RegionDirectory>().Current.National : at ?? http.GetRegion();
        return AccountRules.Of(region).AskTwoSteps(actor.Roles);
    }
}
