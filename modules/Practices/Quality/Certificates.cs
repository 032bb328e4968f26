using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Quality;

/// <summary>Certifies practices for a time, renews that, and takes it back. For one scope.</summary>
public sealed class Certificates(HubDb db, CurrentRegion current, Assessments assessments, TraitWriter writer, TimeProvider clock)
{
    /// <summary>All that a practice ever had, the newest first.</summary>
    public async Task<IReadOnlyList<CertificateRow>> Of(Guid practice, CancellationToken cancel = default) =>
        await db.Set<CertificateRow>().AsNoTracking().Where(row => row.ItemId == practice)
            .OrderByDescending(row => row.Until).ThenByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancel);

    /// <summary>Certifies a practice that readers see and whose six axes are assessed; a later day renews what it has.</summary>
    public Task<Outcome> Certify(Guid practice, Certification given, Actor actor, CancellationToken cancel = default) =>
        writer.Change(practice, actor, PracticePermissions.Assess, "practice.certified", $"{given.Until:yyyy-MM-dd}", async item =>
        {
            if (item.LiveVersion is null)
                return [QualityRules.Wrong("", "Certificate.NotPublished")];
            if (await QualityRules.OwnWork(db, current.Region, item, actor, cancel) is { } own)
                return [own];
            var problems = QualityRules.Problems(given, QualityRules.Latest(actor, clock)).ToList();
            if ((await assessments.Of(practice, cancel)).Count < QualityAxis.All.Count)
                problems.Add(QualityRules.Wrong("", "Certificate.NotAssessed"));
            if (problems.Count > 0)
                return problems;
            if ((await Of(practice, cancel)).Any(row => row.Day == given.Day && row.Until == given.Until && row.WithdrawnOn is null))
                return null;
            db.Add(Row(practice, given, actor));
            return [];
        }, cancel);

    /// <summary>From today no certificate of the practice holds; readers are told why.</summary>
    /// <param name="on">Another day, for what is imported.</param>
    public Task<Outcome> Withdraw(Guid practice, string reason, Actor actor, DateOnly? on = null, CancellationToken cancel = default)
    {
        reason = CleanText.Line(reason);
        return writer.Change(practice, actor, PracticePermissions.Assess, "practice.certificate-withdrawn", reason, async _ =>
        {
            if (reason.Length is 0 or > Assessments.LongestNote)
                return [QualityRules.Wrong("reason", "Certificate.NoReason")];
            var day = on ?? RomeTime.Today(clock);
            var held = await db.Set<CertificateRow>().Where(row => row.ItemId == practice && row.WithdrawnOn == null && row.Until >= day).ToListAsync(cancel);
            foreach (var row in held)
                (row.WithdrawnOn, row.Reason, row.WithdrawnBy) = (day, reason, actor.Name);
            return held.Count == 0 ? null : [];
        }, cancel);
    }

    private CertificateRow Row(Guid practice, Certification given, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()), Region = current.Region.Id, ItemId = practice, Day = given.Day, Until = given.Until, Reviewer = given.Reviewer,
        Note = given.Note, By = actor.Name, At = clock.GetUtcNow().UtcDateTime, Reason = "", WithdrawnBy = "",
    };
}

/// <summary>What a certificate is to say.</summary>
public sealed record Certification(DateOnly Day, DateOnly Until, string Reviewer, string Note);
