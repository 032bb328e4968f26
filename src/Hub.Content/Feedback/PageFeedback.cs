using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Feedback;

/// <summary>What readers say of pages: stored without anything that could tell who they are. For one scope.</summary>
public sealed class PageFeedback(HubDb db, TimeProvider clock)
{
    public const int MaxComment = 2000;

    /// <summary>The codes of the fixed answers for up to three stars, and for more.</summary>
    public static readonly IReadOnlyList<string> Negative = ["indicazioni-poco-chiare", "indicazioni-incomplete", "non-capisco-se-procedo", "problemi-tecnici", "altro-negativo"];

    /// <inheritdoc cref="Negative"/>
    public static readonly IReadOnlyList<string> Positive = ["indicazioni-chiare", "indicazioni-complete", "capivo-di-procedere", "nessun-problema", "altro-positivo"];

    /// <summary>Stores an answer. What doesn't fit the stars is dropped, the comment is cut at its limit.</summary>
    /// <param name="path">Within the region.</param>
    /// <returns>False when the stars are not from 1 to 5 or the path is no path.</returns>
    public async Task<bool> Add(Region region, string path, int stars, string? answer, string? comment, CancellationToken cancel = default)
    {
        if (stars is < 1 or > 5 || path.Length is 0 or > 300 || path[0] != '/' || !Prose.SafeAddress.IsSafe(path))
            return false;
        var fitting = stars <= 3 ? Negative : Positive;
        var words = Fields.CleanText.Lines(comment ?? "");
        db.Feedback.Add(new FeedbackRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = region.Id, Path = path, Stars = stars,
            Answer = answer is not null && fitting.Contains(answer) ? answer : "",
            Comment = FeedbackSettings.Of(region).IsWithoutComment ? "" : Fields.CleanText.Cut(words, MaxComment),
            At = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>One row for each page that was judged, the worst first.</summary>
    public Task<IReadOnlyList<PageJudgement>> Summary(Region region, CancellationToken cancel = default) => Summary(region, DateTime.UnixEpoch, cancel);

    /// <summary>The same of what was said since a moment in UTC.</summary>
    public async Task<IReadOnlyList<PageJudgement>> Summary(Region region, DateTime since, CancellationToken cancel = default) =>
        [.. (await db.Feedback.AsNoTracking().Where(row => row.Region == region.Id && row.At >= since)
                .GroupBy(row => row.Path)
                .Select(page => new { page.Key, Count = page.Count(), Mean = page.Average(row => row.Stars), Comments = page.Count(row => row.Comment != "") })
                .ToListAsync(cancel))
            .OrderBy(page => page.Mean).ThenBy(page => page.Key, StringComparer.Ordinal)
            .Select(page => new PageJudgement(page.Key, page.Count, page.Mean, page.Comments))];

    /// <summary>What was said of one page, newest first.</summary>
    public async Task<IReadOnlyList<FeedbackRow>> Of(Region region, string path, CancellationToken cancel = default) =>
        await db.Feedback.AsNoTracking().Where(row => row.Region == region.Id && row.Path == path)
            .OrderByDescending(row => row.At).Take(200).ToListAsync(cancel);
}

/// <summary>How readers judged a page.</summary>
/// <param name="Mean">Of the stars, 1 to 5.</param>
/// <param name="Comments">How many wrote something.</param>
public sealed record PageJudgement(string Path, int Count, double Mean, int Comments);
