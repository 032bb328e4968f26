using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Http;

namespace Hub.Web.Alerts;

/// <summary>
/// Something that readers can follow by mail: each thing has a key of the source's own, and tells what is new of it. What a
/// reader sees of it without signing in is all that may be told.
/// </summary>
[Kernel.Extensions.ExtensionPoint]
public interface IAlertSource
{
    /// <summary>Unique in the application and stable: subscriptions are stored with it, and it stands in addresses.</summary>
    string Id { get; }

    /// <summary>Whether it could follow nearly every page: then those that know a page better are asked first.</summary>
    bool IsGeneral => false;

    /// <summary>
    /// The key of what a page shows, or null when it can't be followed. Asked for every page below which the offer may stand,
    /// so it must be quick; the first source that knows the page makes the offer.
    /// </summary>
    /// <param name="path">Within the region, such as <c>/cerca</c>.</param>
    /// <param name="query">Hostile.</param>
    ValueTask<string?> KeyOf(Region region, PathString path, IQueryCollection query, CancellationToken cancel);

    /// <summary>What a key stands for, or null when it stands for nothing that readers of the region see.</summary>
    /// <param name="key">Hostile; at most <see cref="AlertSubject.MaxKey"/> characters.</param>
    Task<AlertSubject?> Describe(Region region, string key, CancellationToken cancel);

    /// <summary>
    /// What came up in a period, in any order; the same period always tells the same as long as nothing changes. Null when it
    /// can't be told yet: it is asked again within minutes.
    /// </summary>
    Task<IReadOnlyList<AlertEntry>?> Since(Region region, string key, AlertPeriod period, CancellationToken cancel);
}

/// <summary>What a reader follows.</summary>
/// <param name="Key">The one way of writing the key.</param>
/// <param name="Title">In Italian, such as “d.lgs. 117/2017, art. 55”.</param>
/// <param name="Path">Of its page within the region, such as <c>/norme/dlgs-117-2017</c>.</param>
/// <param name="Feed">Of its Atom feed within the region; null when it has none.</param>
public sealed record AlertSubject(string Key, string Title, string Path, string? Feed = null)
{
    public const int MaxKey = 1000;
}

/// <summary>One thing that is new.</summary>
/// <param name="Portal">The region whose portal has the page.</param>
/// <param name="Path">Within it, such as <c>/notizie/linee-guida</c>.</param>
/// <param name="Why">One line in Italian that says what happened, such as “Nuovo: Notizia”.</param>
public sealed record AlertEntry(Region Portal, string Path, string Title, DateOnly Day, string Why);

/// <summary>A stretch of time, in UTC.</summary>
/// <param name="After">Not part of it.</param>
/// <param name="Until">Part of it.</param>
public readonly record struct AlertPeriod(DateTime After, DateTime Until);
