using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyModel;

namespace Hub.Kernel.Modules;

/// <summary>Finds modules: those that the application was built with, and those dropped into a plug-in folder.</summary>
public static class ModuleDiscovery
{
    private const string KernelName = "Hub.Kernel";

    /// <summary>
    /// The modules among the application's own dependencies. Only libraries that reach the kernel are loaded.
    /// </summary>
    /// <param name="manifest">The application's dependency manifest.</param>
    public static IReadOnlyList<Module> InApplication(DependencyContext manifest)
    {
        var byName = manifest.RuntimeLibraries
            .DistinctBy(library => library.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(library => library.Name, StringComparer.OrdinalIgnoreCase);
        var reaches = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { [KernelName] = true };
        return [.. manifest.RuntimeLibraries
            .Where(library => library.Name != KernelName && ReachesKernel(library, byName, reaches))
            .SelectMany(library => library.GetDefaultAssemblyNames(manifest))
            .Select(name => Module.From(Assembly.Load(name)))
            .OfType<Module>()
            .OrderBy(module => module.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The modules of a plug-in folder: each sub-folder holds one, in an assembly of the folder's name, and is loaded
    /// into a context of its own. A broken plug-in is reported and left out; the others load.
    /// </summary>
    /// <param name="folder">May be absent: then there are no plug-ins.</param>
    public static (IReadOnlyList<Module> Modules, IReadOnlyList<StartupError> Errors) InFolder(string folder)
    {
        var modules = new List<Module>();
        var errors = new List<StartupError>();
        if (!Directory.Exists(folder))
            return (modules, errors);

        foreach (var plugin in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            try
            {
                modules.Add(LoadPlugin(plugin));
            }
#pragma warning disable CA1031 // loading foreign code can throw anything; it is told, and the others load
            catch (Exception e)
#pragma warning restore CA1031
            {
                errors.Add(new StartupError("HUB-K005", plugin, $"The plug-in can't be loaded: {e.Message}",
                    "Build it against this version of the hub, with its dependencies beside it, or remove its folder."));
            }
        }

        return (modules, errors);
    }

    private static bool ReachesKernel(
        RuntimeLibrary library, Dictionary<string, RuntimeLibrary> byName, Dictionary<string, bool> reaches)
    {
        if (reaches.TryGetValue(library.Name, out var known))
            return known;
        reaches[library.Name] = false;
        return reaches[library.Name] = library.Dependencies.Any(dependency =>
            byName.TryGetValue(dependency.Name, out var next) && ReachesKernel(next, byName, reaches));
    }

    private static Module LoadPlugin(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, Path.GetFileName(folder) + ".dll"));
        var assembly = new PluginContext(path).LoadFromAssemblyPath(path);
        _ = assembly.GetTypes(); // a type that can't be loaded is found here and not in the middle of start
        return Module.From(assembly, folder)
            ?? throw new TypeLoadException($"{Path.GetFileName(path)} carries no Module attribute.");
    }
}
