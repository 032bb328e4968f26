using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Content.Changes;
using Hub.Kernel.Regions;

namespace SampleModule;

/// <summary>The appointments of each region, in memory. Tells when they change, so that cached pages go. Thread-safe.</summary>
public sealed class NoticeBoard(ChangeSignal signal)
{
    private readonly ConcurrentDictionary<string, ImmutableList<Notice>> byRegion = new(StringComparer.Ordinal);

    /// <summary>The region's own notices, the next one first.</summary>
    public IReadOnlyList<Notice> Of(Region region) =>
        [.. byRegion.GetValueOrDefault(region.Id, []).OrderBy(notice => notice.Day).ThenBy(notice => notice.Title, StringComparer.Ordinal)];

    /// <summary>Whether a region's board has something of that title.</summary>
    public bool IsPinned(string region, string title) => byRegion.GetValueOrDefault(region, []).Exists(notice => notice.Title == title);

    public void Pin(Region region, Notice notice)
    {
        byRegion.AddOrUpdate(region.Id, [notice], (_, pinned) => pinned.Add(notice));
        signal.Raise(region.Id);
    }

    /// <summary>What somebody pinned, in all regions.</summary>
    public IReadOnlyList<Notice> PinnedBy(string person) => [.. byRegion.Values.SelectMany(pinned => pinned).Where(notice => notice.PinnedBy == person)];

    /// <summary>Puts another name in place of somebody's.</summary>
    public void Rename(string former, string name)
    {
        foreach (var region in byRegion.Keys)
            byRegion.AddOrUpdate(region, [], (_, pinned) => [.. pinned.Select(notice => notice.PinnedBy == former ? notice with { PinnedBy = name } : notice)]);
    }

    /// <summary>Takes down what took place before a day.</summary>
    public void TakeDownBefore(Region region, DateOnly day)
    {
        byRegion.AddOrUpdate(region.Id, [], (_, pinned) => pinned.RemoveAll(notice => notice.Day < day));
        signal.Raise(region.Id);
    }
}
