using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>What reviewers found of practices, axis by axis. For one scope.</summary>
public sealed class Assessments(HubDb db, CurrentRegion current, TraitWriter writer, TimeProvider clock)
{
    public const int LongestNote = 600;
    public const int LongestReviewer = 120;

    /// <summary>What holds now, in the order of the axes; an axis that nobody assessed is left out.</summary>
    public async Task<IReadOnlyList<AssessmentRow>> Of(Guid practice, CancellationToken cancel = default)
    {
        var history = await History(practice, cancel);
        return [.. QualityAxis.All.Select(axis => history.FirstOrDefault(row => row.Axis == axis.Code)).OfType<AssessmentRow>()];
    }

    /// <summary>All that was ever found, the newest first.</summary>
    public async Task<IReadOnlyList<AssessmentRow>> History(Guid practice, CancellationToken cancel = default) =>
        await db.Set<AssessmentRow>().AsNoTracking().Where(row => row.ItemId == practice)
            .OrderByDescending(row => row.Day).ThenByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancel);

    /// <summary>Stores what is other than before.</summary>
    public Task<Outcome> Assess(Guid practice, IReadOnlyList<Assessment> given, Actor actor, CancellationToken cancel = default) =>
        writer.Change(practice, actor, PracticePermissions.Assess, "practice.assessed", string.Join(", ", given.Select(one => $"{one.Axis.Code} {one.Level}")), async item =>
        {
            if (await QualityRules.OwnWork(db, current.Region, item, actor, cancel) is { } own)
                return [own];
            if (QualityRules.Problems(given, QualityRules.Latest(actor, clock)).ToList() is { Count: > 0 } problems)
                return problems;
            var now = await Of(practice, cancel);
            var changed = given.Where(one => !now.Any(row => row.Axis == one.Axis.Code && row.Level == one.Level && row.Note == one.Note && row.Reviewer == one.Reviewer && row.Day == one.Day)).ToList();
            db.AddRange(changed.Select(one => Row(practice, one, actor)));
            return changed.Count == 0 ? null : [];
        }, cancel);

    private AssessmentRow Row(Guid practice, Assessment given, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = current.Region.Id, ItemId = practice, Axis = given.Axis.Code, Level = given.Level,
        Reviewer = given.Reviewer, Day = given.Day, Note = given.Note, By = actor.Name, At = clock.GetUtcNow().UtcDateTime,
    };
}

/// <summary>What somebody finds of one axis.</summary>
public sealed record Assessment(QualityAxis Axis, int Level, string Reviewer, DateOnly Day, string Note);
