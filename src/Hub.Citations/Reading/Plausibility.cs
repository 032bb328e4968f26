using System.Globalization;
using Hub.Citations.Resolving;

namespace Hub.Citations.Reading;

/// <summary>Tells the references that cannot be right: "LR 65/2030", "31 febbraio", article 300 of an act that has 104.</summary>
internal static class Plausibility
{
    private static readonly (ActType Type, int FirstYear)[] FirstYears =
    [
        (ActType.RegionalLaw, 1947), (ActType.ProvincialLaw, 1949), (ActType.RegionalExecutiveResolution, 1947), (ActType.LegislativeDecree, 1944), (ActType.DecreeLaw, 1939),
        (ActType.PresidentialDecree, 1946), (ActType.Law, 1861), (ActType.EuropeanRegulation, 1952), (ActType.EuropeanDirective, 1952), (ActType.MinisterialDecree, 1861),
    ];

    public static IReadOnlyList<CitationProblem> Of(ActMention mention, PartitionRange range, ReadingState state)
    {
        List<CitationProblem>? problems = null;
        var act = mention.Act;
        if (mention.Problem is { } written)
            Report(written);
        if (act.Year > state.ThisYear || act.Date > state.Today)
            Report(CitationProblem.InTheFuture);
        foreach (var (type, firstYear) in FirstYears)
            if (act.Type == type && act.Year < firstYear)
                Report(CitationProblem.BeforeItsKind);
        if (act.LastArticle > 0 && range.First?.Article is { } article && Number(article) > act.LastArticle)
            Report(CitationProblem.NoSuchArticle);
        return problems ?? (IReadOnlyList<CitationProblem>)[];

        void Report(CitationProblem problem) => (problems ??= []).Add(problem);
    }

    public static IReadOnlyList<CitationProblem> Of(DecisionReference decision, ReadingState state) =>
        decision.Year > state.ThisYear || decision.Date > state.Today ? [CitationProblem.InTheFuture]
        : decision is { Court: Court.Constitutional, Year: < 1956 } ? [CitationProblem.BeforeItsKind] : [];

    private static int Number(string article)
    {
        var digits = 0;
        while (digits < article.Length && char.IsAsciiDigit(article[digits]))
            digits++;
        return int.TryParse(article.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
