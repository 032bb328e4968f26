using Hub.Content.Fields;
using Hub.Content.Mail;

namespace Hub.Practices.Transfers;

/// <summary>What a reader tells of a reuse. Hostile; the setters clean.</summary>
public sealed record ToldTransfer
{
    public const int LongestLine = 200;
    public const int LongestText = 3000;

    public string Organisation { get; init; } = "";

    public string Place { get; init; } = "";

    public string When { get; init; } = "";

    public string Changed { get; init; } = "";

    public string Happened { get; init; } = "";

    public string ContactName { get; init; } = "";

    public string ContactEmail { get; init; } = "";

    /// <summary>The person named agrees to be shown.</summary>
    public bool Consents { get; init; }

    /// <summary>The same without control characters and blanks around.</summary>
    public ToldTransfer Clean() => this with
    {
        Organisation = CleanText.Line(Organisation ?? ""), Place = CleanText.Line(Place ?? ""), When = CleanText.Line(When ?? ""),
        Changed = CleanText.Lines(Changed ?? ""), Happened = CleanText.Lines(Happened ?? ""),
        ContactName = CleanText.Line(ContactName ?? ""), ContactEmail = CleanText.Line(ContactEmail ?? ""),
    };

    /// <summary>What is wrong, by the form's field.</summary>
    public IEnumerable<Issue> Problems()
    {
        foreach (var (name, line) in new[] { ("organisation", Organisation), ("place", Place), ("when", When) })
        {
            if (line.Length == 0)
                yield return new Issue(name, IssueKind.Missing, Texts.In[$"Transfer.No.{name}"]);
            else if (line.Length > LongestLine)
                yield return new Issue(name, IssueKind.Invalid, Texts.In["Transfer.TooLong", LongestLine, line.Length]);
        }

        foreach (var (name, text) in new[] { ("changed", Changed), ("happened", Happened) })
        {
            if (text.Length == 0)
                yield return new Issue(name, IssueKind.Missing, Texts.In[$"Transfer.No.{name}"]);
            else if (text.Length > LongestText)
                yield return new Issue(name, IssueKind.Invalid, Texts.In["Transfer.TooLong", LongestText, text.Length]);
        }

        if (ContactName.Length > LongestLine)
            yield return new Issue("contactName", IssueKind.Invalid, Texts.In["Transfer.TooLong", LongestLine, ContactName.Length]);
        if (ContactEmail.Length > 0 && EmailAddress.Parse(ContactEmail) is null)
            yield return new Issue("contactEmail", IssueKind.Invalid, Texts.In["Contact.NoEmail"]);
        if (Consents && ContactName.Length == 0)
            yield return new Issue("contactName", IssueKind.Missing, Texts.In["Transfer.No.contactName"]);
    }
}
