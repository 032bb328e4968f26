using System.Collections.Frozen;
using Hub.Kernel.Modules;
using Microsoft.AspNetCore.Http;

namespace Hub.Kernel.Regions;

/// <summary>All regions at one moment and the way to them from a host name and a path. Immutable.</summary>
public sealed class RegionMap
{
    private readonly FrozenDictionary<string, Region> byId;
    private readonly FrozenDictionary<string, Region> byHost;
    private readonly FrozenDictionary<string, Region> byPrefix;

    /// <exception cref="StartupException">
    /// The national region is missing (HUB-R001); two regions claim one id (HUB-R002), host name (HUB-R003) or prefix
    /// (HUB-R004); an id or prefix can't stand in an address (HUB-R005), nothing leads to a region (HUB-R006), or a
    /// host name isn't one (HUB-R007).
    /// </exception>
    public RegionMap(IEnumerable<RegionDefinition> definitions, ModuleCatalog catalog, RegionMap? previous = null)
    {
        var checkedDefinitions = definitions.ToArray();
        var errors = RegionCheck.Errors(checkedDefinitions);
        if (errors.Count > 0)
            throw new StartupException(errors);

        All = [.. checkedDefinitions.Select(definition => Reuse(definition, previous) ?? new Region(definition, catalog))];
        byId = All.ToFrozenDictionary(region => region.Id, StringComparer.Ordinal);
        byHost = All
            .SelectMany(region => region.Definition.Hosts.Select(host => (host, region)))
            .ToFrozenDictionary(pair => pair.host, pair => pair.region, StringComparer.OrdinalIgnoreCase);
        byPrefix = All
            .Where(region => region.Definition.Prefix.Length > 0)
            .ToFrozenDictionary(region => region.Definition.Prefix, StringComparer.OrdinalIgnoreCase);
        National = byId[RegionDefinition.NationalId];
    }

    /// <summary>In the order of their definitions.</summary>
    public IReadOnlyList<Region> All { get; }

    /// <summary>The shared region.</summary>
    public Region National { get; }

    public Region? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// The region that a request is for: by host name, else by the first segment of the path, else the national one.
    /// </summary>
    /// <param name="host">Without port.</param>
    /// <param name="rest">What is left of the path for routing.</param>
    /// <returns>
    /// Null when the national region has host names of its own and neither the host nor the path leads anywhere:
    /// the request is for a region that isn't here.
    /// </returns>
    public Region? Resolve(string host, PathString path, out PathString rest)
    {
        rest = path;
        if (byHost.TryGetValue(host, out var byName) && !byName.IsNational)
            return byName;
        if (FirstSegment(path) is { Length: > 0 } segment
            && byPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out var region))
        {
            rest = new PathString(path.Value![(segment.Length + 1)..]);
            return region;
        }

        return byName ?? (National.Definition.Hosts.Count == 0 ? National : null);
    }

    private static ReadOnlySpan<char> FirstSegment(PathString path)
    {
        var text = path.Value.AsSpan();
        if (text.Length < 2)
            return default;
        var end = text[1..].IndexOf('/');
        return end < 0 ? text[1..] : text.Slice(1, end);
    }

    private static Region? Reuse(RegionDefinition definition, RegionMap? previous) =>
        previous?.Find(definition.Id) is { } old && old.Definition.Version == definition.Version ? old : null;
}
