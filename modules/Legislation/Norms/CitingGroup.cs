using Hub.Kernel.Regions;
using Hub.Legislation.Graph;

namespace Hub.Legislation.Norms;

/// <summary>The pages of one region that cite a norm, by type.</summary>
public sealed record CitingGroup(Region Region, IReadOnlyList<CitingType> Types)
{
    public int Count => Types.Sum(type => type.Items.Count);
}

/// <param name="Name">In the plural: “Capitoli”.</param>
public sealed record CitingType(string Name, IReadOnlyList<CitingItem> Items);
