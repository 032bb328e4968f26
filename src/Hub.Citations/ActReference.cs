using Hub.Citations.Text;

namespace Hub.Citations;

/// <summary>The act that a citation names, as far as the text, the known acts and the earlier citations tell.</summary>
public sealed record ActReference
{
    /// <summary>What kind of act it is.</summary>
    public required ActType Type { get; init; }

    /// <summary>The issuing authority in URN:NIR form where the type alone does not tell it: <c>ministero.salute</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>The region that issued it; null for an act of the State, or when the text does not say.</summary>
    public Region? Region { get; init; }

    /// <summary>The number as cited, without leading zeros; null for acts known by their date alone.</summary>
    public string? Number { get; init; }

    /// <summary>The year, in four digits.</summary>
    public int? Year { get; init; }

    /// <summary>The full date, where the text or the table of known acts gives it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The name under which it is known, if it is a known act.</summary>
    public string? Name { get; init; }

    internal string? Celex { get; init; }

    internal string? Eli { get; init; }

    // "_del" or "_impl": part of the ELI of a delegated or implementing act.
    internal string? Procedure { get; init; }

    internal int LastArticle { get; init; }

    internal Region? LikelyRegion { get; init; }

    // What the text called it when it gave the title first: a code or a regulation.
    internal Term Called { get; init; }

    internal bool IsRegional => Type is >= ActType.RegionalLaw and <= ActType.RegionalPresidentDecree;

    internal bool IsEuropean => Type >= ActType.EuropeanRegulation;
}
