using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Items;
using Hub.Content.Types;

namespace SampleModule;

/// <summary>No notice ends before it starts.</summary>
internal sealed class BoardNoticeDates : IContentHandler
{
    public Task Saving(TypeDefinition type, JsonObject data, List<Issue> issues, CancellationToken cancel)
    {
        if (type.Record == typeof(BoardNotice) && data.Deserialize<BoardNotice>(ContentJson.Options) is { } notice && notice.End < notice.Start)
            issues.Add(new Issue("end", IssueKind.Invalid, Texts.In["BoardNotice.EndsBeforeItStarts"]));
        return Task.CompletedTask;
    }
}
