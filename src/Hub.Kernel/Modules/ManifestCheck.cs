namespace Hub.Kernel.Modules;

/// <summary>Finds every mistake in the manifests at once, so that one start tells all that is to mend.</summary>
internal static class ManifestCheck
{
    public static List<StartupError> Errors(IReadOnlyList<Module> modules)
    {
        var features = modules.SelectMany(module => module.Features).ToList();
        var errors = new List<StartupError>();
        errors.AddRange(DuplicateModules(modules));
        errors.AddRange(DuplicateFeatures(features));
        errors.AddRange(MissingDependencies(features));
        errors.AddRange(UnknownGates(modules, features));
        if (errors.Count == 0)
            errors.AddRange(Cycles(features));
        return errors;
    }

    private static IEnumerable<StartupError> DuplicateModules(IReadOnlyList<Module> modules) =>
        from module in modules
        group module by module.Id into same
        where same.Count() > 1
        select new StartupError("HUB-K001", same.Key,
            $"The module id is declared by {Places(same.Select(module => module.Assembly.GetName().Name))}.",
            "Give each module an id of its own, or remove one of the assemblies.");

    private static IEnumerable<StartupError> DuplicateFeatures(List<Feature> features) =>
        from feature in features
        group feature by feature.Id into same
        where same.Count() > 1
        select new StartupError("HUB-K002", same.Key,
            $"The feature id is declared by {Places(same.Select(feature => feature.Module.Id))}.",
            "Give each feature an id of its own.");

    private static IEnumerable<StartupError> MissingDependencies(List<Feature> features)
    {
        var known = features.Select(feature => feature.Id).ToHashSet(StringComparer.Ordinal);
        return from feature in features
               from dependency in feature.Dependencies
               where !known.Contains(dependency)
               select new StartupError("HUB-K003", $"{feature.Module.Id}/Manifest.cs",
                   $"Feature {feature.Id} depends on {dependency}, which no module offers.",
                   "Add the module that offers it, or correct the id.");
    }

    private static IEnumerable<StartupError> UnknownGates(IReadOnlyList<Module> modules, List<Feature> features)
    {
        var known = features.Select(feature => feature.Id).ToHashSet(StringComparer.Ordinal);
        return from module in modules
               from type in module.GatedTypes
               from id in module.GateOf(type).Features
               where !known.Contains(id)
               select new StartupError("HUB-K006", type.FullName ?? type.Name,
                   $"The class is gated by feature {id}, which no module offers.",
                   "Declare the feature in Manifest.cs, or correct the id.");
    }

    private static IEnumerable<StartupError> Cycles(List<Feature> features)
    {
        var byId = features.ToDictionary(feature => feature.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feature in features)
        {
            if (CycleFrom(feature.Id, byId, done, []) is { } cycle)
            {
                yield return new StartupError("HUB-K004", $"{byId[cycle[0]].Module.Id}/Manifest.cs",
                    $"Features depend on each other in a circle: {string.Join(" -> ", cycle)}.",
                    "Remove one of these dependencies.");
            }
        }
    }

    private static List<string>? CycleFrom(
        string id, Dictionary<string, Feature> byId, HashSet<string> done, List<string> path)
    {
        var seen = path.IndexOf(id);
        if (seen >= 0)
            return [.. path[seen..], id];
        if (!done.Add(id))
            return null;
        path.Add(id);
        var cycle = byId[id].Dependencies.Select(next => CycleFrom(next, byId, done, path)).FirstOrDefault(found => found is not null);
        path.RemoveAt(path.Count - 1);
        return cycle;
    }

    private static string Places(IEnumerable<string?> places) => string.Join(" and ", places);
}
