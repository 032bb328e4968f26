using Hub.Kernel.Modules;
using Hub.Kernel.Regions;

namespace Hub.Web.Desk;

/// <summary>The page on which features are switched.</summary>
/// <param name="Message">What was done, or what went wrong; empty at first.</param>
/// <param name="Wanted">What the form asked for; null at first.</param>
/// <param name="Going">The feature that can't go alone.</param>
/// <param name="Dependents">The features that would go with it.</param>
public sealed record FeaturesModel(
    Region Region, IReadOnlyList<Feature> Features, string Message, IReadOnlySet<string>? Wanted = null, Feature? Going = null, IReadOnlyList<Feature>? Dependents = null)
{
    public IReadOnlyList<Feature> Losing => Dependents ?? [];

    public bool IsChecked(Feature feature) => Wanted?.Contains(feature.Id) ?? Region.Has(feature.Id);

    public IEnumerable<IGrouping<string, Feature>> Groups => Features.GroupBy(feature => feature.Category, StringComparer.Ordinal);

    public string NameOf(string id) => Features.FirstOrDefault(feature => feature.Id == id)?.Name ?? id;
}
