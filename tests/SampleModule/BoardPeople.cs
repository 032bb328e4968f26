using System.Text.Json.Nodes;
using Hub.Content.Accounts;

namespace SampleModule;

/// <summary>Who pinned what.</summary>
internal sealed class BoardPeople(NoticeBoard board) : IPersonalData
{
    public string Name => "board";

    public Task<JsonNode?> Held(AccountOwner person, CancellationToken cancel) => Task.FromResult<JsonNode?>(
        board.PinnedBy(person.Name) is { Count: > 0 } pinned ? new JsonArray([.. pinned.Select(notice => JsonValue.Create(notice.Title))]) : null);

    public Task Rename(string former, string name, CancellationToken cancel)
    {
        board.Rename(former, name);
        return Task.CompletedTask;
    }

    public Task Forget(AccountOwner person, CancellationToken cancel) => Task.CompletedTask; // what was pinned stays, under the pseudonym
}
