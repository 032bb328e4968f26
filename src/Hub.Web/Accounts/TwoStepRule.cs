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

    public static bool IsOwed(HttpContext http, Actor actor)
    {
        if (http.Features.Get<CurrentSession>() is not { IsTwoStep: false })
            return false;
        var region = actor.Roles.Contains(Roles.NationalAdministrator) ? http.RequestServices.GetRequiredService<RegionDirectory>().Current.National : http.GetRegion();
        return AccountRules.Of(region).AskTwoSteps(actor.Roles);
    }
}
