using System.Collections.Frozen;

namespace Hub.Content.Items;

/// <summary>Where an item stands in its life. The codes in storage and files are the Italian words.</summary>
public enum Status
{
    /// <summary>bozza: being written.</summary>
    Draft,

    /// <summary>in-revisione: waits for a reviewer.</summary>
    InReview,

    /// <summary>da-integrare: sent back, with a reason.</summary>
    ToComplete,

    /// <summary>approvato: may be published.</summary>
    Approved,

    /// <summary>programmato: is published at a set time.</summary>
    Scheduled,

    /// <summary>pubblicato: readers see it.</summary>
    Published,

    /// <summary>da-riverificare: readers see it with a notice that it is being checked.</summary>
    ToRecheck,

    /// <summary>ritirato: readers no longer see it.</summary>
    Withdrawn,
}

/// <summary>
/// The names of statuses and the moves that are allowed between them. Whatever readers see can be withdrawn, even while
/// a new version of it is being written.
/// </summary>
public static class Statuses
{
    private static readonly FrozenDictionary<Status, Status[]> Next = new Dictionary<Status, Status[]>
    {
        [Status.Draft] = [Status.InReview, Status.Scheduled, Status.Published, Status.Withdrawn],
        [Status.InReview] = [Status.Draft, Status.ToComplete, Status.Approved, Status.Withdrawn],
        [Status.ToComplete] = [Status.Draft, Status.InReview, Status.Withdrawn],
        [Status.Approved] = [Status.Draft, Status.ToComplete, Status.Scheduled, Status.Published, Status.Withdrawn],
        [Status.Scheduled] = [Status.Draft, Status.Approved, Status.Published, Status.Withdrawn],
        [Status.Published] = [Status.ToRecheck, Status.Withdrawn],
        [Status.ToRecheck] = [Status.Published, Status.Withdrawn],
        [Status.Withdrawn] = [Status.Draft, Status.Published],
    }.ToFrozenDictionary();

    private static readonly string[] Codes =
        ["bozza", "in-revisione", "da-integrare", "approvato", "programmato", "pubblicato", "da-riverificare", "ritirato"];

    /// <summary>The statuses that an item may go to from this one.</summary>
    public static IReadOnlyList<Status> After(Status status) => Next[status];

    public static bool MayFollow(Status from, Status to) => Next[from].Contains(to);

    /// <summary>The code in storage and files.</summary>
    public static string Code(this Status status) => Codes[(int)status];

    /// <summary>The status of a code, or null.</summary>
    public static Status? Parse(string code) => Array.IndexOf(Codes, code) is >= 0 and var index ? (Status)index : null;
}
