namespace Hub.Citations.Resolving;

/// <summary>What a citation is called: names that are certain, or the candidates of an ambiguous one.</summary>
internal sealed record Names(IReadOnlyList<Identifier> Certain, IReadOnlyList<Identifier> Candidates, IReadOnlyList<Identifier> Preferred);

internal static class Naming
{
    private static readonly Names None = new([], [], []);

    public static CitationKind Kind(ActReference act) => act switch
    {
        { IsEuropean: true } => CitationKind.EuropeanAct,
        { IsRegional: true } => CitationKind.RegionalAct,
        { Type: ActType.MinisterialDecree or ActType.Circular or ActType.AuthorityResolution or ActType.AuthorityGuidelines or ActType.Resolution } => CitationKind.AdministrativeAct,
        _ => CitationKind.StateAct,
    };

    public static Names Of(Citation citation)
    {
        if (citation.Decision is { } decision)
            return OfDecision(decision, citation.Problems.Count > 0);
        var act = citation.Act!;
        if (citation.Problems.Any(problem => problem is not (CitationProblem.NoSuchArticle or CitationProblem.OtherDate)))
            return None;
        var partitions = citation.Problems.Contains(CitationProblem.NoSuchArticle) ? [] : citation.Partitions;
        if (act is { IsRegional: true, Region: null })
            return OfSomeRegion(act, partitions);
        if (citation.OtherActs.Count > 0 || citation.Doubtful)
        {
            var likeliest = Identify(act, partitions);
            return new Names([], [.. likeliest, .. citation.OtherActs.SelectMany(other => Identify(other, partitions))], likeliest);
        }
        // An ELI names the whole act.
        return new Names([.. Identify(act, partitions), .. partitions.Count == 0 ? EliOf(act) : []], [], []);
    }

    private static Names OfDecision(DecisionReference decision, bool impossible)
    {
        if (impossible)
            return None;
        List<Identifier> names = [.. Ecli.Of(decision).Select(ecli => new Identifier(IdentifierScheme.Ecli, ecli, Ecli.Address(ecli)))];
        if (decision.Court == Court.EuropeanUnion && Celex.OfCase(decision.Number) is { } celex)
            return new Names([.. names, new Identifier(IdentifierScheme.Celex, celex, Celex.Address(celex))], [], []);
        if (names.Count == 1 && (decision.Court is not null || decision.PrintedEcli is not null))
            return new Names(names, [], []);
        return new Names([], names, names.Count > 0 ? [names[0]] : []);
    }

    private static Names OfSomeRegion(ActReference act, IReadOnlyList<Partition> partitions)
    {
        var provinces = act.Type == ActType.ProvincialLaw;
        var assembly = act.Type == ActType.RegionalAssemblyResolution;
        List<Region> regions = [];
        var known = KnownActs.FindRegional(act.Type, act.Number, act.Year);
        regions.AddRange(known.Where(other => act.Date is not null && other.Date == act.Date).Select(other => other.Region!));
        if (act.LikelyRegion is { } likely && likely.IsProvince == provinces)
            regions.Add(likely);
        regions.AddRange(known.Select(other => other.Region!));
        var regulation = act.Number is { } number && number.EndsWith("/R", StringComparison.Ordinal);
        regions.AddRange(Regions.All.Where(region => region.IsProvince == provinces && (!regulation || region.Slug is "toscana" or "piemonte") && (!assembly || region.Slug is "emilia-romagna" or "marche" or "umbria")));
        var names = regions.Distinct().Select(region => Identify(KnownActs.Complete(act with { Region = region }), partitions)).ToList();
        // Number and full date together single out a known act; number and year do not: every region has a law 3/2023.
        var dated = act.Date is { } date && known.Count(other => other.Date == date) == 1;
        return new Names([], [.. names.SelectMany(of => of)], act.LikelyRegion is null && !dated ? [] : names[0]);
    }

    private static List<Identifier> Identify(ActReference act, IReadOnlyList<Partition> partitions)
    {
        var european = act.IsEuropean;
        var name = european ? Celex.Of(act) : Nir.Of(act);
        if (name is null)
            return [];
        var scheme = european ? IdentifierScheme.Celex : IdentifierScheme.Nir;
        var named = partitions.Where(partition => partition.Article is not null).ToList();
        if (named.Count == 0)
            return [new Identifier(scheme, name, Address(null))];
        return [.. named.Select(partition => new Identifier(scheme, $"{name}~{partition}", Address(partition)))];

        Uri? Address(Partition? partition) => european ? Celex.Address(name) : Nir.Address(act, name, partition);
    }

    private static IEnumerable<Identifier> EliOf(ActReference act)
    {
        if (act.IsEuropean && Celex.Eli(act) is { } european)
            yield return new Identifier(IdentifierScheme.Eli, european, new Uri(european));
        else if (act.Eli is { } italian)
            yield return new Identifier(IdentifierScheme.Eli, "https://www.gazzettaufficiale.it/" + italian, new Uri("https://www.gazzettaufficiale.it/" + italian));
    }
}
