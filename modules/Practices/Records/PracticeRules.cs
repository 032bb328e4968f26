using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Practices.Organisations;

namespace Hub.Practices.Records;

/// <summary>Refuses what can't be in a practice: people and days that aren't whole, more than one state, contacts that can't be reached.</summary>
internal sealed class PracticeRules : IContentHandler
{
    public Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        if (type.Record == typeof(Practice) && data.Deserialize<Practice>(ContentJson.Options) is { } practice)
            issues.AddRange([.. Counts(practice), .. One(practice), .. OrganisationRules.ContactsOf(practice.Contacts)]);
        return Task.CompletedTask;
    }

    private static IEnumerable<Issue> Counts(Practice practice)
    {
        if (IsNoCount(practice.Volunteers))
            yield return Wrong("volunteers", "Practice.NotCount");
        if (IsNoCount(practice.ParticipantCount))
            yield return Wrong("participantCount", "Practice.NotCount");
        for (var row = 0; row < practice.Steps.Count; row++)
        {
            if (IsNoCount(practice.Steps[row].Days))
                yield return Wrong($"steps[{row}].days", "Practice.NotCount");
        }
    }

    private static IEnumerable<Issue> One(Practice practice)
    {
        if (practice.Licence.Count > 1)
            yield return Wrong("licence", "Practice.OneLicence");
        if (practice.State.Count > 1)
            yield return Wrong("state", "Practice.OneState");
        if (practice.ToldBy.Count > 1)
            yield return Wrong("toldBy", "Practice.OneTeller");
        if (practice.OwnerBody.Count > 1)
            yield return Wrong("ownerBody", "Practice.OneOwner");
    }

    private static bool IsNoCount(decimal? number) => number is { } told && (told < 0 || told != decimal.Truncate(told));

    private static Issue Wrong(string field, string text) => new(field, IssueKind.Invalid, Texts.In[text]);
}
