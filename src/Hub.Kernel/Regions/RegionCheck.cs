using System.Text.RegularExpressions;

namespace Hub.Kernel.Regions;

/// <summary>Finds what is wrong with a set of region definitions.</summary>
public static partial class RegionCheck
{
    /// <summary>Every mistake, in the order of the definitions; empty when the set can be served.</summary>
    public static IReadOnlyList<StartupError> Errors(IReadOnlyList<RegionDefinition> regions)
    {
        var errors = new List<StartupError>();
        if (regions.All(region => region.Id != RegionDefinition.NationalId))
        {
            errors.Add(new StartupError("HUB-R001", "regions", "The national region is missing.",
                $"Add content/{RegionDefinition.NationalId}/region.yml."));
        }

        errors.AddRange(Shared(regions, region => [region.Id], "HUB-R002", "id"));
        errors.AddRange(Shared(regions, region => region.Hosts, "HUB-R003", "host name"));
        errors.AddRange(Shared(regions, region => region.Prefix.Length > 0 ? [region.Prefix] : [], "HUB-R004", "path prefix"));
        errors.AddRange(
            from region in regions
            from name in new[] { region.Id, region.Prefix }
            where name.Length > 0 && !Name().IsMatch(name)
            select new StartupError("HUB-R005", $"content/{region.Id}/region.yml", $"“{name}” can't stand in an address.",
                "Use lower-case letters, digits and single hyphens."));
        errors.AddRange(
            from region in regions
            where region.Prefix.Length == 0 && region.Hosts.Count == 0 && region.Id != RegionDefinition.NationalId
            select new StartupError("HUB-R006", $"content/{region.Id}/region.yml", "The region has neither a host name nor a prefix.",
                "Give it one of the two."));
        errors.AddRange(
            from region in regions
            from host in region.Hosts
            where Uri.CheckHostName(host) == UriHostNameType.Unknown
            select new StartupError("HUB-R007", $"content/{region.Id}/region.yml", $"“{host}” is not a host name.",
                "Write the name alone, without scheme, port or path."));
        return errors;
    }

    private static IEnumerable<StartupError> Shared(
        IReadOnlyList<RegionDefinition> regions, Func<RegionDefinition, IEnumerable<string>> claims, string code, string what) =>
        from region in regions
        from claim in claims(region).Distinct(StringComparer.OrdinalIgnoreCase)
        group region by claim.ToLowerInvariant() into same
        where same.Count() > 1
        select new StartupError(code, string.Join(", ", same.Select(region => region.Id)),
            $"The {what} “{same.Key}” is claimed by {same.Count()} regions.", "Give it to one of them.");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Name();
}
