using Hub.Content.Fields;

namespace Hub.Content.Items;

/// <summary>How a mutation ended.</summary>
public enum OutcomeKind
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>There was nothing to do: what was asked for is already so.</summary>
    Unchanged,

    /// <summary>Nothing was done: see the issues.</summary>
    Invalid,

    /// <summary>Nothing was done: somebody else changed the item since it was read.</summary>
    Conflict,

    /// <summary>Nothing was done: the actor lacks the permission.</summary>
    Forbidden,

    /// <summary>Nothing was done: no such item or type in the region.</summary>
    NotFound,

    /// <summary>Nothing was done: the item's status doesn't lead there.</summary>
    NotAllowed,
}

/// <summary>The outcome of a mutation that a user can cause.</summary>
/// <param name="ItemId">The item, when there is one.</param>
/// <param name="Stamp">The item's stamp after it, to be sent with the next change.</param>
/// <param name="Issues">In Italian; for <see cref="OutcomeKind.Done"/>, what may stay open in a draft.</param>
public sealed record Outcome(OutcomeKind Kind, Guid? ItemId = null, int Stamp = 0, params IReadOnlyList<Issue> Issues)
{
    public bool Succeeded => Kind is OutcomeKind.Done or OutcomeKind.Unchanged;

    public override string ToString() => Issues.Count == 0 ? Kind.ToString() : $"{Kind}: {string.Join("; ", Issues)}";
}
