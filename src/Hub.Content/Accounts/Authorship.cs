using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;

namespace Hub.Content.Accounts;

/// <summary>All that the hub holds of people with accounts, the core's own parts and those of modules. For one scope.</summary>
public sealed class Authorship(EnabledExtensions extensions, RegionDirectory regions)
{
    /// <summary>Every part that is switched on somewhere: what belongs to a person doesn't depend on where they ask.</summary>
    public IReadOnlyList<IPersonalData> Parts =>
        [.. regions.Current.All.SelectMany(region => extensions.Of<IPersonalData>(region)).DistinctBy(part => part.GetType())];

    internal async Task Rename(string former, string name, CancellationToken cancel)
    {
        foreach (var part in Parts)
            await part.Rename(former, name, cancel);
    }
}
