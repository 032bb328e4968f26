using Hub.Practices.Quality;
using Hub.Practices.Transfers;

namespace Hub.Practices.Desk;

/// <summary>What waits for reviewers and editors.</summary>
/// <param name="Told">The practices that the transfers are about, by id.</param>
/// <param name="Problem">What was wrong with a decision; empty when nothing was.</param>
/// <param name="Typed">The transfer that the decision was about, and the reason that was typed.</param>
public sealed record PracticeQueue(
    IReadOnlyList<TransferRow> Transfers, IReadOnlyDictionary<Guid, Item> Told, IReadOnlyList<DuePractice> Ending, IReadOnlyList<DuePractice> NeverAssessed, bool MayAssess,
    string Message, string Problem, (Guid Id, string Reason)? Typed, DateOnly Today);

/// <summary>The page on which a practice is assessed and certified.</summary>
/// <param name="Months">For how many months a certificate is offered.</param>
public sealed record AssessPage(
    Item Practice, AssessForm Form, IReadOnlyList<Content.Fields.Issue> Issues, string Message, IReadOnlyList<AssessmentRow> History, IReadOnlyList<CertificateRow> Certificates, DateOnly Today, int Months)
{
    public string? Problem(string field) => Issues.FirstOrDefault(issue => issue.Field == field)?.Message;

    public CertificateRow? Held => Certificates.FirstOrDefault(each => each.Holds(Today));
}
