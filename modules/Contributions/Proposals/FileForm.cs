using Hub.Content.Fields;
using Hub.Content.Media;
using Hub.Content.Vocabularies;

namespace Hub.Contributions.Proposals;

/// <summary>What a contributor says of a file. Hostile.</summary>
/// <param name="Tipo">A kind of act, or <see cref="ProposalFiles.Picture"/>.</param>
/// <param name="Descrizione">Title of an act, alternative text of a picture.</param>
/// <param name="Autore">Whom to credit.</param>
public sealed record FileForm(string? Tipo, string? Descrizione, string? Autore, string? Licenza)
{
    public const int MaxDescription = 250;
    public const int MaxCredit = 200;

    public static FileForm Empty { get; } = new("", "", "", MediaDetails.Licences[0]);

    public string Kind => Tipo ?? "";

    public bool IsPicture => Kind == ProposalFiles.Picture;

    public MediaDetails Details => new() { Alt = Descrizione ?? "", Credit = Autore ?? "", Licence = Licenza ?? "" };

    public IEnumerable<Issue> Issues(IReadOnlyList<Term> kinds)
    {
        if (!IsPicture && !kinds.Any(kind => kind.Code == Kind))
            yield return new Issue("tipo", IssueKind.Missing, Texts.In["Files.NoKind"]);
        var length = CleanText.Line(Descrizione ?? "").Length;
        if (length is 0 or > MaxDescription)
            yield return new Issue("descrizione", IssueKind.Missing, Texts.In["Files.NoDescription", MaxDescription]);
        if (Autore is { Length: > MaxCredit })
            yield return new Issue("autore", IssueKind.Invalid, Texts.In["Files.LongCredit", MaxCredit]);
        if (!MediaDetails.Licences.Contains(Licenza ?? ""))
            yield return new Issue("licenza", IssueKind.Missing, Texts.In["Files.NoLicence"]);
    }

    /// <summary>From the library's name of a field to this form's.</summary>
    public static string FieldOf(string name) => name == "alt" ? "descrizione" : name;
}
