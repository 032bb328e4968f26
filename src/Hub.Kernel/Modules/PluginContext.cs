using System.Reflection;
using System.Runtime.Loader;

namespace Hub.Kernel.Modules;

/// <summary>
/// Where a plug-in's assemblies live. What the application and the framework have is shared, so that the plug-in sees
/// the same types as the kernel; the rest comes from the plug-in's folder and is seen by nobody else.
/// </summary>
internal sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private static readonly HashSet<string> Shared = SharedNames();

    private readonly AssemblyDependencyResolver resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        !Shared.Contains(assemblyName.Name ?? "") && resolver.ResolveAssemblyToPath(assemblyName) is { } file
            ? LoadFromAssemblyPath(file)
            : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : nint.Zero;

    /// <summary>The runtime's own list of what the application and its frameworks consist of.</summary>
    private static HashSet<string> SharedNames() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
