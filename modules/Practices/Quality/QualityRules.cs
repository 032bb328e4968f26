using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Content.Workflow;
using Hub.Kernel.Regions;
using Hub.Practices.Records;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>What stands in the way of an assessment or a certificate.</summary>
internal static class QualityRules
{
    private const int LongestYears = 5;

    /// <summary>Where the region asks for a second person, nobody judges what they wrote.</summary>
    public static async Task<Issue?> OwnWork(HubDb db, Region region, ItemRow item, Actor actor, CancellationToken cancel)
    {
        if (actor.IsHub || !WorkflowRules.Of(region).For(Practice.TypeId).SecondPerson)
            return null;
        var author = await db.Versions.Where(version => version.ItemId == item.Id && version.Number == item.LatestVersion).Select(version => version.Author).SingleOrDefaultAsync(cancel);
        return author == actor.Name ? Wrong("", "Quality.OwnWork") : null;
    }

    /// <summary>Issues carry the axis and the part: <c>evidenza.note</c>.</summary>
    public static IEnumerable<Issue> Problems(IReadOnlyList<Assessment> given, DateOnly latest)
    {
        foreach (var one in given)
        {
            if (one.Level is < 0 or > QualityAxis.Highest)
                yield return Wrong($"{one.Axis.Code}.level", "Quality.NoLevel");
            if (one.Note.Length is 0 or > Assessments.LongestNote)
                yield return Wrong($"{one.Axis.Code}.note", one.Note.Length == 0 ? "Quality.NoNote" : "Quality.NoteTooLong");
            if (one.Reviewer.Length is 0 or > Assessments.LongestReviewer)
                yield return Wrong("reviewer", "Quality.NoReviewer");
            if (one.Day > latest)
                yield return Wrong("day", "Quality.DayToCome");
        }
    }

    public static IEnumerable<Issue> Problems(Certification given, DateOnly latest)
    {
        if (given.Reviewer.Length is 0 or > Assessments.LongestReviewer)
            yield return Wrong("reviewer", "Quality.NoReviewer");
        if (given.Note.Length > Assessments.LongestNote)
            yield return Wrong("note", "Quality.NoteTooLong");
        if (given.Day > latest)
            yield return Wrong("day", "Quality.DayToCome");
        if (given.Until <= given.Day || given.Until > given.Day.AddYears(LongestYears))
            yield return Wrong("until", "Certificate.BadUntil");
    }

    /// <summary>Nobody judges on a day to come; an import brings what was judged elsewhere.</summary>
    public static DateOnly Latest(Actor actor, TimeProvider clock) => actor.IsHub ? DateOnly.MaxValue : RomeTime.Today(clock);

    public static Issue Wrong(string field, string text) => new(field, IssueKind.Invalid, Texts.In[text]);
}
