using Hub.Kernel.Modules;
using Hub.Kernel.Regions;

namespace Hub.Web.Desk;

/// <summary>The page on which features are switched.</summary>
/// <param name="Message">What was done, or what went wrong; empty at first.</param>
/// <param name="Wanted">What the form asked for; null at first.</param>
public sealed record FeaturesModel(Region Region, IReadOnlyList<Feature> Features, string Message, IReadOnlySet<string>? Wanted = null)
{
    /// <summary>Ids of those that were on before the change that was just made; empty when there is nothing to undo.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    public IEnumerable<IGrouping<string, Feature>> Groups => Features.GroupBy(feature => feature.Category, StringComparer.Ordinal);

    public bool IsChecked(Feature feature) => Wanted?.Contains(feature.Id) ?? Region.Has(feature.Id);

    public string NameOf(string id) => Features.FirstOrDefault(feature => feature.Id == id)?.Name ?? id;
}

/// <summary>The page that tells what a change of features comes to.</summary>
public sealed record FeaturePlanModel(FeaturesModel Page, FeaturePlan Plan, IReadOnlyList<FeatureEffect> Effects)
{
    public FeatureEffect? EffectOf(Feature feature) => Effects.FirstOrDefault(effect => effect.Feature == feature);
}
