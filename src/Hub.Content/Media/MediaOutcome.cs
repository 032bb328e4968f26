using Hub.Content.Fields;
using Hub.Content.Items;

namespace Hub.Content.Media;

/// <summary>How a change of the library ended.</summary>
/// <param name="File">As it is now, when there is one.</param>
/// <param name="Issues">In Italian, by the names of the form's fields.</param>
public sealed record MediaOutcome(OutcomeKind Kind, MediaFileRow? File = null, params IReadOnlyList<Issue> Issues)
{
    public bool Succeeded => Kind is OutcomeKind.Done or OutcomeKind.Unchanged;

    public override string ToString() => Issues.Count == 0 ? Kind.ToString() : $"{Kind}: {string.Join("; ", Issues)}";

    internal static MediaOutcome Refused(string field, string message) => new(OutcomeKind.Invalid, null, new Issue(field, IssueKind.Invalid, message));
}
