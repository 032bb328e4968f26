using System.Text.Json.Nodes;
using Hub.Content.Fields;
using Hub.Legislation.Decisions;
using Hub.Legislation.Updates;

namespace Hub.Legislation.Norms;

/// <summary>Refuses identifiers that citations could never lead to, and an article told twice.</summary>
internal sealed class IdentifierCheck : IContentHandler
{
    public Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        if (type.Id is Norm.TypeId or CaseLaw.TypeId)
            CheckOwn(data, type.Id == CaseLaw.TypeId, issues);
        if (type.Id == RegulatoryUpdate.TypeId)
            CheckEffects(data, issues);
        return Task.CompletedTask;
    }

    private static void CheckOwn(JsonObject data, bool isDecision, List<Issue> issues)
    {
        if (data["identifier"]?.ToString() is { } identifier
            && (NormKey.Of(identifier) is not { Article: "" } key || key.Act.StartsWith("ECLI:", StringComparison.Ordinal) != isDecision))
            issues.Add(new Issue("identifier", IssueKind.Invalid, Texts.In[isDecision ? "Check.NotEcli" : "Check.NotUrn", identifier]));
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var row = 0;
        foreach (var article in data["articles"] as JsonArray ?? [])
        {
            var number = article?["number"]?.ToString();
            if (number is not null && (!number.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) || !char.IsAsciiDigit(number[0])))
                issues.Add(new Issue($"articles[{row}].number", IssueKind.Invalid, Texts.In["Check.ArticleNumber", number]));
            else if (number is not null && !numbers.Add(number))
                issues.Add(new Issue($"articles[{row}].number", IssueKind.Invalid, Texts.In["Check.ArticleTwice", number]));
            row++;
        }
    }

    private static void CheckEffects(JsonObject data, List<Issue> issues)
    {
        var row = 0;
        foreach (var effect in data["effects"] as JsonArray ?? [])
        {
            if (effect?["norm"]?.ToString() is { } norm && NormKey.Of(norm) is null)
                issues.Add(new Issue($"effects[{row}].norm", IssueKind.Invalid, Texts.In["Check.NotUrn", norm]));
            row++;
        }
    }
}
