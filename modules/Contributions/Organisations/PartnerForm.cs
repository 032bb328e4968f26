using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Content.Places;
using Hub.Content.Vocabularies;
using Hub.Contributions.Tables;
using Hub.Practices.Organisations;

namespace Hub.Contributions.Organisations;

/// <summary>The data of an organisation as its form sends them. Hostile.</summary>
public sealed record PartnerForm(string? Nome, string? Tipo, string? Sezione, string? Runts, string? Codice, string? Comune, string? Sito)
{
    private const int MaxName = 200;
    private const int MaxSite = 300;

    public static PartnerForm Of(PartnerRow row) => new(row.Name, row.Kind, row.RuntsSection, row.Runts, row.FiscalCode, row.Place, row.Site);

    /// <summary>Without blanks at the ends and inside numbers, and without what no reader sees.</summary>
    public PartnerForm Clean() => new(
        Line(Nome), Line(Tipo), Line(Sezione), Line(Runts).Replace(" ", "", StringComparison.Ordinal), Line(Codice).Replace(" ", "", StringComparison.Ordinal), Line(Comune), Line(Sito));

    /// <summary>What is wrong with cleaned data: form alone, nobody is asked whether a number exists.</summary>
    public IReadOnlyList<Issue> Issues(VocabularySet vocabularies)
    {
        var issues = new List<Issue>();
        if (Nome!.Length is 0 or > MaxName)
            issues.Add(Wrong("nome", "Partner.NoName", MaxName));
        if (vocabularies.Find("tipo-ente")?.Find(Tipo!) is null)
            issues.Add(Wrong("tipo", "Partner.NoKind"));
        if (Sezione!.Length > 0 && vocabularies.Find("sezione-runts")?.Find(Sezione) is null)
            issues.Add(Wrong("sezione", "Partner.NoSection"));
        if (Runts!.Length > 0 && !RuntsNumber.IsValid(Runts))
            issues.Add(Wrong("runts", "Partner.NoRunts"));
        if (Codice!.Length > 0 && !FiscalCode.IsValid(Codice))
            issues.Add(Wrong("codice", FiscalCode.IsPersonal(Codice) ? "Partner.PersonalCode" : "Partner.NoCode"));
        if (Comune!.Length > 0 && Comuni.Find(Comune) is null)
            issues.Add(Wrong("comune", "Partner.NoPlace"));
        if (Sito!.Length > 0 && (Sito.Length > MaxSite || !Uri.TryCreate(Sito, UriKind.Absolute, out var site) || site.Scheme is not ("https" or "http")))
            issues.Add(Wrong("sito", "Partner.NoSite"));
        if (Tipo == Organisation.ThirdSector) // what is written in the RUNTS has all three
        {
            issues.AddRange(new[] { ("sezione", Sezione, "Partner.SectionMissing"), ("runts", Runts, "Partner.RuntsMissing"), ("codice", Codice, "Partner.CodeMissing") }
                .Where(asked => asked.Item2.Length == 0).Select(asked => new Issue(asked.Item1, IssueKind.Missing, Texts.In[asked.Item3])));
        }

        return issues;
    }

    public void Fill(PartnerRow row) =>
        (row.Name, row.Kind, row.RuntsSection, row.Runts, row.FiscalCode, row.Place, row.Site) = (Nome!, Tipo!, Sezione!, Runts!, Codice!, Comune!, Sito!);

    /// <summary>The values of the organisation's page.</summary>
    public JsonObject ToItem(string source)
    {
        var data = new JsonObject
        {
            ["title"] = Nome, ["kind"] = new JsonArray(Tipo), ["sources"] = new JsonArray(new JsonObject { ["title"] = source }),
        };
        if (Sezione!.Length > 0)
            data["runtsSection"] = new JsonArray(Sezione);
        if (Runts!.Length > 0)
            data["runts"] = Runts;
        if (Codice!.Length > 0)
            data["fiscalCode"] = Codice;
        if (Comune!.Length > 0)
            data["places"] = new JsonArray(Comune);
        if (Sito!.Length > 0)
            data["site"] = new JsonObject { ["url"] = Sito };
        return data;
    }

    private static string Line(string? text) => CleanText.Line(text ?? "");

    private static Issue Wrong(string field, string text, params object?[] arguments) => new(field, IssueKind.Invalid, Texts.In[text, arguments]);
}
