using Hub.Content.Fields;

namespace Hub.Content.Media;

/// <summary>What people say of a file.</summary>
public sealed record MediaDetails
{
    private const int MaxAlt = 250;
    private const int MaxDescription = 2000;
    private const int MaxCredit = 200;
    private const int Whole = 100;

    /// <summary>Licences that can be chosen, the usual one first; their names are the texts <c>Media.Licence.…</c>.</summary>
    public static IReadOnlyList<string> Licences { get; } = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "IODL-2.0", "pubblico-dominio", "riservati"];

    public static IReadOnlyList<string> Languages { get; } = ["it", "en", "fr", "de", "sl", "es", "ro", "sq", "ar", "zh", "uk"];

    /// <summary>Whether people with a disability can read it.</summary>
    public static IReadOnlyList<string> AccessibilityStates { get; } = ["da-verificare", "accessibile", "non-accessibile"];

    /// <summary>Alternative text of a picture, title of a document.</summary>
    public string Alt { get; init; } = "";

    public bool IsDecorative { get; init; }

    public string Description { get; init; } = "";

    public string Credit { get; init; } = "";

    public string Licence { get; init; } = Licences[0];

    public string Language { get; init; } = "it";

    public string Accessibility { get; init; } = AccessibilityStates[0];

    /// <summary>In hundredths from the left; Y from the top.</summary>
    public int FocusX { get; init; } = Whole / 2;

    public int FocusY { get; init; } = Whole / 2;

    public bool IsRestricted { get; init; }

    public static MediaDetails Of(MediaFileRow file) => new()
    {
        Alt = file.Alt, IsDecorative = file.IsDecorative, Description = file.Description, Credit = file.Credit, Licence = file.Licence,
        Language = file.Language, Accessibility = file.Accessibility, FocusX = file.FocusX, FocusY = file.FocusY, IsRestricted = file.IsRestricted,
    };

    /// <summary>Without what no reader can see.</summary>
    internal MediaDetails Clean(bool isImage) => this with
    {
        Alt = IsDecorative && isImage ? "" : CleanText.Line(Alt), Description = CleanText.Lines(Description), Credit = CleanText.Line(Credit),
        IsDecorative = IsDecorative && isImage,
    };

    /// <summary>What has to be mended, by the names of the form's fields.</summary>
    internal IEnumerable<Issue> Check(bool isImage)
    {
        if (isImage && !IsDecorative && Alt.Length == 0)
            yield return Missing("alt", "Media.AltMissing");
        if (Alt.Length > MaxAlt)
            yield return Wrong("alt", "TextTooLong", Alt.Length, MaxAlt);
        if (Description.Length > MaxDescription)
            yield return Wrong("descrizione", "TextTooLong", Description.Length, MaxDescription);
        if (Credit.Length > MaxCredit)
            yield return Wrong("autore", "TextTooLong", Credit.Length, MaxCredit);
        if (!Licences.Contains(Licence))
            yield return Wrong("licenza", "Media.NotOneOf");
        if (!Languages.Contains(Language))
            yield return Wrong("lingua", "Media.NotOneOf");
        if (!AccessibilityStates.Contains(Accessibility))
            yield return Wrong("accessibilita", "Media.NotOneOf");
        if (FocusX is < 0 or > Whole || FocusY is < 0 or > Whole)
            yield return Wrong("fuoco", "Media.FocusOutside");
    }

    internal void Apply(MediaFileRow file)
    {
        file.Alt = Alt;
        file.IsDecorative = IsDecorative;
        file.Description = Description;
        file.Credit = Credit;
        file.Licence = Licence;
        file.Language = Language;
        file.Accessibility = Accessibility;
        file.FocusX = FocusX;
        file.FocusY = FocusY;
        file.IsRestricted = IsRestricted;
        file.Words = FoldedText.Of(string.Join(' ', file.Name, Alt, Description, Credit));
    }

    private static Issue Missing(string field, string key) => new(field, IssueKind.Missing, Texts.Get(key));

    private static Issue Wrong(string field, string key, params object?[] arguments) => new(field, IssueKind.Invalid, Texts.Get(key, arguments));
}
