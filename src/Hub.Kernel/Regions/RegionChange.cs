namespace Hub.Kernel.Regions;

/// <summary>What is done to a region's definition, and who does it, for the audit trail.</summary>
/// <param name="What">The action, then its detail, such as <c>settings.saved home</c>.</param>
/// <param name="Actor">Account name, or <c>hub</c> where nobody is behind it.</param>
/// <param name="From">Address of the network from which they came; empty for the hub.</param>
public sealed record RegionChange(string What, string Actor = "hub", string From = "")
{
    public static implicit operator RegionChange(string what) => new(what);

    public override string ToString() => What;
}
