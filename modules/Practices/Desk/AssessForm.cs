using System.Globalization;
using Hub.Content.Fields;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Microsoft.AspNetCore.Http;

namespace Hub.Practices.Desk;

/// <summary>What stands in the forms of an assessment and a certificate: as stored, proposed or typed.</summary>
/// <param name="Levels">By axis, as text; empty where none is chosen.</param>
public sealed record AssessForm(IReadOnlyDictionary<string, string> Levels, IReadOnlyDictionary<string, string> Notes, string Reviewer, string Day)
{
    public string CertificateNote { get; init; } = "";

    public string Until { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>What can be counted, by axis; a person confirms it.</summary>
    public IReadOnlyDictionary<string, int> Proposed { get; init; } = new Dictionary<string, int>();

    /// <summary>The last assessment; where there is none, what can be counted is proposed.</summary>
    public static AssessForm Of(Item practice, IReadOnlyList<AssessmentRow> now, string reviewer, DateOnly today)
    {
        var record = practice.As<Practice>();
        var proposed = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [QualityAxis.Completeness.Code] = ProposedLevels.Completeness(practice.Data), [QualityAxis.Freshness.Code] = ProposedLevels.Freshness(record, today),
        };
        var levels = now.ToDictionary(row => row.Axis, row => Written(row.Level), StringComparer.Ordinal);
        foreach (var (axis, level) in proposed)
            levels.TryAdd(axis, Written(level));
        return new AssessForm(levels, now.ToDictionary(row => row.Axis, row => row.Note, StringComparer.Ordinal), reviewer, Written(today)) { Proposed = proposed };
    }

    /// <summary>What was typed; fields that a form doesn't have stay as they were.</summary>
    /// <param name="form">Hostile.</param>
    public static AssessForm Read(IFormCollection form, AssessForm stored) => stored with
    {
        Levels = QualityAxis.All.ToDictionary(axis => axis.Code, axis => Line(form, axis.Code + ".level") ?? stored.Levels.GetValueOrDefault(axis.Code, ""), StringComparer.Ordinal),
        Notes = QualityAxis.All.ToDictionary(axis => axis.Code, axis => Line(form, axis.Code + ".note") ?? stored.Notes.GetValueOrDefault(axis.Code, ""), StringComparer.Ordinal),
        Reviewer = Line(form, "reviewer") ?? stored.Reviewer, Day = Line(form, "day") ?? stored.Day,
        CertificateNote = Line(form, "note") ?? "", Until = Line(form, "until") ?? "", Reason = Line(form, "reason") ?? "",
    };

    /// <summary>The axes for which a level is chosen or a note typed.</summary>
    public IReadOnlyList<Assessment> Assessments(out IReadOnlyList<Issue> issues)
    {
        var found = new List<Issue>();
        var given = new List<Assessment>();
        var day = ReadDay("day", Day, found);
        foreach (var axis in QualityAxis.All)
        {
            var (level, note) = (Levels.GetValueOrDefault(axis.Code, ""), Notes.GetValueOrDefault(axis.Code, ""));
            if (level.Length == 0 && note.Length == 0)
                continue;
            if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                given.Add(new Assessment(axis, number, Reviewer, day ?? default, note));
            else
                found.Add(QualityRules.Wrong($"{axis.Code}.level", "Quality.NoLevel"));
        }

        issues = found;
        return given;
    }

    public Certification? Certification(out IReadOnlyList<Issue> issues)
    {
        var found = new List<Issue>();
        var (day, until) = (ReadDay("day", Day, found), ReadDay("until", Until, found));
        issues = found;
        return day is null || until is null ? null : new Certification(day.Value, until.Value, Reviewer, CertificateNote);
    }

    private static DateOnly? ReadDay(string field, string text, List<Issue> issues)
    {
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        issues.Add(QualityRules.Wrong(field, "Quality.NotDay"));
        return null;
    }

    private static string? Line(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? CleanText.Line(value.ToString()) : null;

    private static string Written(int level) => level.ToString(CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
