using Hub.Kernel.Modules;
using Hub.Kernel.Regions;

namespace Hub.Kernel.Tests.Fixtures;

/// <summary>Ready-made regions and modules.</summary>
internal static class Some
{
    public static readonly Module Sample = Module.From(typeof(SampleModule.NoticeBoard).Assembly)!;

    /// <summary>This assembly's own module; see <c>TestModule.cs</c>.</summary>
    public static readonly Module TestModule = Module.From(typeof(Some).Assembly)!;

    public static readonly ModuleCatalog Catalog = ModuleCatalog.Of([Sample, TestModule]);

    public static RegionDefinition National(params string[] features) =>
        new() { Id = RegionDefinition.NationalId, Name = "Italia", Features = features };

    public static RegionDefinition Region(string id, params string[] features) =>
        new() { Id = id, Name = id, Prefix = id, Features = features };
}
