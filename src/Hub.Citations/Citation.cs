using Hub.Citations.Resolving;

namespace Hub.Citations;

/// <summary>One place of a text that points to a legal source. Citations of one text do not overlap and come in its order.
/// A list ("artt. 55, 56 e 57") gives one citation for each member, a range one citation with several partitions.</summary>
public sealed class Citation
{
    private readonly string _source;
    private readonly PartitionRange _range;
    private Names? _names;

    internal Citation(string source, int start, int end, ActReference act, PartitionRange range, bool backReference, IReadOnlyList<ActReference> otherActs)
    {
        _source = source;
        Start = start;
        End = end;
        Act = act;
        _range = range;
        IsBackReference = backReference;
        OtherActs = otherActs;
    }

    internal Citation(string source, int start, int end, DecisionReference decision)
    {
        _source = source;
        Start = start;
        End = end;
        Decision = decision;
        OtherActs = [];
    }

    /// <summary>Where it starts in the text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>Where it ends: the unit after its last.</summary>
    public int End { get; }

    /// <summary>The words of the text.</summary>
    public string Text => _source[Start..End];

    /// <summary>What it points to.</summary>
    public CitationKind Kind => Act is null ? CitationKind.Decision : Naming.Kind(Act);

    /// <summary>The act; null for a decision. When the citation is ambiguous, the likeliest one.</summary>
    public ActReference? Act { get; }

    /// <summary>The decision; null for an act.</summary>
    public DecisionReference? Decision { get; }

    /// <summary>The places in the act, ranges expanded; empty when the whole act is meant.</summary>
    public IReadOnlyList<Partition> Partitions => _range.Expand();

    /// <summary>True for "il medesimo decreto", "l'art. 56 del Codice", "ivi": the act was named earlier in the text.</summary>
    public bool IsBackReference { get; }

    /// <summary>The names of what is cited: one for each partition, then ELI where it exists. Empty when the citation is
    /// ambiguous, impossible, or names an act without enough to identify it.</summary>
    public IReadOnlyList<Identifier> Identifiers => (_names ??= Naming.Of(this)).Certain;

    /// <summary>The names that an ambiguous citation may stand for, the likeliest first.</summary>
    public IReadOnlyList<Identifier> Candidates => (_names ??= Naming.Of(this)).Candidates;

    /// <summary>The candidates that something speaks for (the region in hand, the edition in force, common usage); empty when nothing does.</summary>
    public IReadOnlyList<Identifier> Preferred => (_names ??= Naming.Of(this)).Preferred;

    /// <summary>True when the text leaves open which source is meant.</summary>
    public bool Ambiguous => Candidates.Count > 0;

    /// <summary>What cannot be right; empty for nearly all.</summary>
    public IReadOnlyList<CitationProblem> Problems { get; internal init; } = [];

    // The other acts that a name or a number without region may stand for.
    internal IReadOnlyList<ActReference> OtherActs { get; }

    internal bool Doubtful { get; init; }

    internal PartitionRange Range => _range;

    /// <summary>The same citation, of the one act that is meant.</summary>
    internal Citation SettledAs(ActReference act) => new(_source, Start, End, act, _range, IsBackReference, []) { Problems = Problems };

    /// <summary>The same citation, of an act that is likely to be of that region.</summary>
    internal Citation LikelyOf(Region region) =>
        new(_source, Start, End, Act! with { LikelyRegion = region }, _range, IsBackReference, OtherActs) { Problems = Problems, Doubtful = Doubtful };

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End} {Text}";
}
