using Hub.Content.Changes;
using Hub.Kernel.Regions;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Caching;

/// <summary>What one page is asked for by: two requests with the same key get the same bytes.</summary>
internal readonly record struct PageKey(bool IsHttps, string Host, string Target, string Encoding);

/// <summary>A page as it was sent, and the state that it was made from.</summary>
/// <param name="Map">The regions as they were.</param>
/// <param name="Begun">The change after which its making began (<see cref="ChangeSignal.Now"/>).</param>
/// <param name="Regions">Whose content it shows, beside the national one; null for all.</param>
internal sealed record KeptPage(
    RegionMap Map, long Begun, IReadOnlyList<string>? Regions, KeyValuePair<string, StringValues>[] Headers, byte[] Body, long MadeAt)
{
    /// <summary>Milliseconds of <see cref="Environment.TickCount64"/> at which it was last sent.</summary>
    public long UsedAt { get; set; } = MadeAt;

    /// <summary>UTC; from then on it shows something that is over. Null for never.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>Nothing that it shows has changed since its making began.</summary>
    public bool Holds(RegionMap map, ChangeSignal signal)
    {
        if (!ReferenceEquals(map, Map))
            return false;
        if (Regions is null || signal.Now == Begun)
            return signal.Now == Begun;
        if (signal.LastChange(RegionDefinition.NationalId) > Begun)
            return false;
        foreach (var region in Regions)
        {
            if (signal.LastChange(region) > Begun)
                return false;
        }

        return true;
    }
}
