using Hub.Content.Prose;
using Hub.Content.Vocabularies;
using Hub.Practices.Quality;
using Hub.Practices.Records;
using Hub.Web.Items;

namespace Hub.Practices.Reading;

/// <summary>Puts up to four practices side by side, of any region. For one scope.</summary>
public sealed class Comparison(PracticesOfRegions practices, ContentTypes types, VocabularyReader vocabularies, ProseRenderer prose, Assessments assessments, Standings standings)
{
    public const int Most = 4;

    private static readonly string[] Fields =
    [
        "territories", "places", "period", "state", "instruments", "owner", "target", "areas", "tools", "amount", "fund", "participants", "participantCount",
        "need", "objectives", "outcomes", "evidence", "difficulties", "transfer", "checkedOn",
    ];

    /// <param name="ids">Hostile.</param>
    public async Task<ComparedPractices> Of(IReadOnlyList<string> ids, CancellationToken cancel = default)
    {
        var asked = ids.Select(id => Guid.TryParse(id, out var guid) ? guid : (Guid?)null).OfType<Guid>().Distinct().ToList();
        var compared = new List<ComparedPractice>();
        foreach (var practice in await practices.Find(asked.Take(Most), cancel))
            compared.Add(await Compare(practice, cancel));
        var rows = (types.Find(Practice.TypeId)?.Fields ?? []).Where(field => Fields.Contains(field.Name)).OrderBy(field => Array.IndexOf(Fields, field.Name))
            .Where(field => compared.Any(one => one.Model.Item.Data[field.Name] is not null)).ToList();
        return new ComparedPractices(compared, rows, asked.Count > Most);
    }

    private async Task<ComparedPractice> Compare(RegionalPractice practice, CancellationToken cancel)
    {
        var type = types.Find(Practice.TypeId)!;
        var texts = new Dictionary<string, ProseText>(StringComparer.Ordinal);
        foreach (var field in type.Fields.Where(field => field.KindId == "markdown" && Fields.Contains(field.Name) && practice.Item.Data[field.Name] is not null))
            texts[field.Name] = await prose.Render(practice.Region, practice.Item, field.Name, cancel);
        return new ComparedPractice(
            practice, new ItemModel(practice.Region, type, practice.Item, texts, await vocabularies.Read(practice.Region, cancel)),
            (await assessments.Of(practice.Item.Id, cancel)).ToDictionary(row => row.Axis, StringComparer.Ordinal), await standings.Of(practice.Item.Id, cancel));
    }
}

/// <summary>A comparison made ready.</summary>
/// <param name="Rows">The fields of which at least one practice says something.</param>
/// <param name="IsCut">More were asked for than stand side by side.</param>
public sealed record ComparedPractices(IReadOnlyList<ComparedPractice> Practices, IReadOnlyList<FieldDefinition> Rows, bool IsCut)
{
    /// <summary>The address of the comparison without one of them.</summary>
    public string Without(ComparedPractice one) =>
        "~/pratiche/confronto" + string.Concat(Practices.Where(other => other != one).Select((other, i) => $"{(i == 0 ? '?' : '&')}id={other.Practice.Item.Id}"));
}

/// <summary>One of the practices.</summary>
/// <param name="Axes">Its assessments by axis.</param>
public sealed record ComparedPractice(RegionalPractice Practice, ItemModel Model, IReadOnlyDictionary<string, AssessmentRow> Axes, PracticeStanding Standing);
