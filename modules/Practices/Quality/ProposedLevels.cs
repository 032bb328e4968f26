using Hub.Practices.Records;

namespace Hub.Practices.Quality;

/// <summary>The levels that can be counted from the record itself. A proposal: a person confirms it or says otherwise.</summary>
public static class ProposedLevels
{
    private static readonly int[] FreshMonths = [12, 24, 36];

    /// <summary>Of the parts that a record may have, so many are filled: all but two for 3, two thirds for 2, a third for 1.</summary>
    public static int Completeness(Practice practice)
    {
        var (filled, all) = Parts(practice);
        return filled >= all - 2 ? 3 : filled * 3 >= all * 2 ? 2 : filled * 3 >= all ? 1 : 0;
    }

    /// <summary>By the age of the last check against the sources: a year for 3, two for 2, three for 1.</summary>
    public static int Freshness(Practice practice, DateOnly today) => practice.CheckedOn is not { } day
        ? 0
        : QualityAxis.Highest - FreshMonths.Count(months => day.AddMonths(months) < today);

    /// <summary>How many parts are filled, and of how many.</summary>
    public static (int Filled, int All) Parts(Practice practice)
    {
        bool[] parts =
        [
            practice.Summary.Length > 0, practice.Owner.Length > 0, practice.Partners.Count > 0, practice.Places.Count + practice.Territories.Count > 0,
            practice.Period is not null, practice.State.Count > 0, practice.Instruments.Count > 0, practice.LegalBasis.Count > 0, practice.Acts.Count > 0,
            practice.Target.Count > 0, practice.Areas.Count > 0, practice.Tools.Count > 0, practice.Need.Length > 0, practice.Objectives.Length > 0,
            practice.Body.Length > 0, practice.Steps.Count + practice.Phases.Count > 0, practice.Amount is not null || practice.Funding.Count > 0,
            practice.Participants.Length > 0, practice.Outcomes.Length > 0, practice.Indicators.Count > 0, practice.Difficulties.Length > 0,
            practice.Transfer.Length > 0, practice.Contacts.Count > 0, practice.Sources.Count > 0,
        ];
        return (parts.Count(part => part), parts.Length);
    }
}
