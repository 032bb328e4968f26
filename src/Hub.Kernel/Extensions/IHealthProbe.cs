using Hub.Kernel.Regions;

namespace Hub.Kernel.Extensions;

/// <summary>Tells whether something that a feature depends on works. Asked by the health page; must answer within seconds.</summary>
[ExtensionPoint]
public interface IHealthProbe
{
    /// <summary>What people read.</summary>
    string Name { get; }

    Task<Health> Check(Region region, CancellationToken cancel);
}

/// <summary>What a probe found.</summary>
/// <param name="IsWell">False makes the whole report say so.</param>
/// <param name="Detail">One sentence; when not well, with the remedy.</param>
public sealed record Health(bool IsWell, string Detail);
