using Hub.Content.Settings;
using Hub.Content.Types;
using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;

namespace Hub.Web.Desk;

/// <summary>What a feature brings to a portal, as its readers and editors would name it.</summary>
/// <param name="Types">Plural names of its content types.</param>
/// <param name="Menus">Entries of the menus that readers see.</param>
/// <param name="Desk">Entries of the back office's menu.</param>
/// <param name="Settings">Titles of its sections of the settings.</param>
public sealed record FeatureEffect(Feature Feature, IReadOnlyList<string> Types, IReadOnlyList<string> Menus, IReadOnlyList<string> Desk, IReadOnlyList<string> Settings);

/// <summary>Finds what features bring, by looking at the region with and without each of them.</summary>
internal static class FeatureEffects
{
    /// <summary>One for each feature that the plan touches.</summary>
    public static IReadOnlyList<FeatureEffect> Of(Region region, FeaturePlan plan, ModuleCatalog catalog, EnabledExtensions extensions) =>
        [.. plan.On.Concat(plan.Along).Concat(plan.Off).Concat(plan.Losing).Select(feature => Of(region, feature, catalog, extensions))];

    private static FeatureEffect Of(Region region, Feature feature, ModuleCatalog catalog, EnabledExtensions extensions)
    {
        var needed = catalog.WithDependencies([feature.Id]).Select(each => each.Id).ToList();
        var with = With(needed);
        var without = With(needed.Where(id => id != feature.Id));
        return new FeatureEffect(
            feature,
            Added(of => extensions.Of<IContentType>(of).Select(type => type.Definition.Plural)),
            Added(of => Entries(of, menu => menu is Menu.Main or Menu.Footer)),
            Added(of => Entries(of, menu => menu is not (Menu.Main or Menu.Footer))),
            Added(of => extensions.Of<ISettingsSection>(of).Select(section => section.Title)));

        Region With(IEnumerable<string> ids) => new(region.Definition with { Features = [.. ids] }, catalog);

        IReadOnlyList<string> Added(Func<Region, IEnumerable<string>> named) => [.. named(with).Except(named(without), StringComparer.Ordinal)];

        IEnumerable<string> Entries(Region of, Func<Menu, bool> where) =>
            extensions.Of<INavigation>(of).SelectMany(source => source.Items(of)).Where(item => where(item.Menu)).Select(item => item.Title);
    }
}
