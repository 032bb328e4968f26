namespace Hub.Kernel.Modules;

/// <summary>Joins plug-ins to the application's own modules, and leaves out those that don't fit.</summary>
internal static class PluginAdmission
{
    /// <summary>Plug-ins may depend on each other, whatever their order.</summary>
    /// <returns>The catalog with every plug-in that fits, and what is wrong with each of the others.</returns>
    public static (ModuleCatalog Catalog, IReadOnlyList<StartupError> Refused) Admit(ModuleCatalog catalog, IEnumerable<Module> plugins)
    {
        var waiting = plugins.ToList();
        while (true)
        {
            var refused = new List<StartupError>();
            var before = waiting.Count;
            foreach (var plugin in waiting.ToArray())
            {
                IReadOnlyList<Module> together = [.. catalog.Modules, plugin];
                var errors = ManifestCheck.Errors(together);
                refused.AddRange(errors.Select(error => error with { Place = $"{plugin.PluginFolder}: {error.Place}" }));
                if (errors.Count > 0)
                    continue;
                catalog = ModuleCatalog.Of(together);
                waiting.Remove(plugin);
            }

            if (waiting.Count == 0 || waiting.Count == before)
                return (catalog, refused);
        }
    }
}
