using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Caching;

/// <summary>For pages that show what belongs to other regions, or what ends by itself.</summary>
public static class BorrowedContent
{
    /// <summary>The page being made shows content of that region too, and is forgotten when the region changes.</summary>
    public static void AlsoShows(this HttpContext http, Region region) => http.Features.Get<MakingOfPage>()?.AlsoShows(region);

    /// <summary>The page being made shows something that holds through a day, in Rome: from the next midnight it is made anew.</summary>
    public static void HoldsUntil(this HttpContext http, DateOnly lastDay) => http.Features.Get<MakingOfPage>()?.HoldsUntil(lastDay);
}
