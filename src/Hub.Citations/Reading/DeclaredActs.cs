using Hub.Citations.Resolving;

namespace Hub.Citations.Reading;

/// <summary>The acts and articles that the caller says a text is about.</summary>
internal sealed class DeclaredActs
{
    /// <summary>Texts declare a handful; more is no help in telling them apart.</summary>
    private const int Most = 64;

    private readonly List<(ActReference Act, string? Article)> _acts = [];

    public DeclaredActs(IReadOnlyList<string> identifiers)
    {
        foreach (var identifier in identifiers.Take(Most))
        {
            var tilde = identifier.IndexOf('~', StringComparison.Ordinal);
            var name = tilde < 0 ? identifier : identifier[..tilde];
            var act = name.StartsWith("urn:nir:", StringComparison.OrdinalIgnoreCase) ? Nir.Parse(name.AsSpan(8))
                : name.StartsWith("CELEX:", StringComparison.OrdinalIgnoreCase) ? Celex.Parse(name[6..].ToUpperInvariant())
                : null;
            if (act is not null)
                _acts.Add((KnownActs.Complete(act), ArticleOf(tilde < 0 ? "" : identifier[(tilde + 1)..])));
        }
    }

    /// <summary>The acts, each once.</summary>
    public IEnumerable<ActReference> Acts => _acts.Select(declared => declared.Act).DistinctBy(act => (act.Type, act.Number, act.Year, act.Region, act.Celex));

    /// <summary>The one act that is declared with the article; null when none is, or several are.</summary>
    public ActReference? ActOf(string? article)
    {
        ActReference? found = null;
        foreach (var (act, declared) in _acts)
        {
            if (article is null || declared != article || (found is not null && ReadingState.Same(found, act)))
                continue;
            if (found is not null)
                return null;
            found = act;
        }
        return found;
    }

    private static string? ArticleOf(string partition) =>
        partition.StartsWith("art", StringComparison.OrdinalIgnoreCase) ? partition[3..].Split('-')[0].ToLowerInvariant() : null;
}
