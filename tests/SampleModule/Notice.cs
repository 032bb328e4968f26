namespace SampleModule;

/// <summary>An appointment pinned to a region's board.</summary>
/// <param name="Day">The day on which it takes place, in Italy.</param>
/// <param name="PinnedBy">Account name; empty for a file.</param>
public sealed record Notice(Guid Id, string Title, DateOnly Day, string PinnedBy = "");
