namespace SampleModule;

/// <summary>An appointment pinned to a region's board.</summary>
/// <param name="Day">The day on which it takes place, in Italy.</param>
public sealed record Notice(Guid Id, string Title, DateOnly Day);
