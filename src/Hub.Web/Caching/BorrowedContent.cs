using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Caching;

/// <summary>For pages that show what belongs to other regions.</summary>
public static class BorrowedContent
{
    /// <summary>The page being made shows content of that region too, and is forgotten when the region changes.</summary>
    public static void AlsoShows(this HttpContext http, Region region) => http.Features.Get<MakingOfPage>()?.AlsoShows(region);
}
