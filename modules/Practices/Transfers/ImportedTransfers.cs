using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Content;
using Hub.Content.Fields;
using Hub.Content.Storage;
using Hub.Kernel.Regions;
using Hub.Practices.Quality;
using Microsoft.EntityFrameworkCore;

namespace Hub.Practices.Transfers;

/// <summary>Published transfers on their way in and out of files, without the people that they name. For one scope.</summary>
internal sealed class ImportedTransfers(HubDb db, CurrentRegion current, TraitWriter writer, TransferLog transfers, TimeProvider clock)
{
    public async Task<IReadOnlyList<JsonNode>> Written(Guid practice, CancellationToken cancel) =>
        [.. (await transfers.Of(practice, cancel)).Reverse().Select(JsonNode (row) => new JsonObject
        {
            ["ente"] = row.Organisation, ["dove"] = row.Place, ["quando"] = row.When, ["cambiato"] = row.Changed, ["accaduto"] = row.Happened,
            ["giorno"] = DateOnly.FromDateTime(RomeTime.FromUtc(row.DecidedAt ?? row.At)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        })];

    /// <summary>Adds a transfer that the practice doesn't have yet.</summary>
    public async Task<Outcome> Import(Guid practice, JsonObject row, Actor actor, CancellationToken cancel)
    {
        var told = new ToldTransfer
        {
            Organisation = StandingFile.Text(row, "ente"), Place = StandingFile.Text(row, "dove"), When = StandingFile.Text(row, "quando"),
            Changed = StandingFile.Text(row, "cambiato"), Happened = StandingFile.Text(row, "accaduto"),
        };
        return await writer.Change(practice, actor, PracticePermissions.Moderate, "practice.transfer-imported", told.Organisation, async item =>
        {
            if (told.Problems().ToList() is { Count: > 0 } problems)
                return problems;
            if (await db.Set<TransferRow>().AnyAsync(known => known.ItemId == practice && known.Organisation == told.Organisation && known.Changed == told.Changed && known.Happened == told.Happened, cancel))
                return null;
            db.Add(Row(item, told, actor, StandingFile.Text(row, "giorno")));
            return [];
        }, cancel);
    }

    private TransferRow Row(ItemRow item, ToldTransfer told, Actor actor, string written)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) : now.UtcDateTime;
        return new TransferRow
        {
            Id = Guid.CreateVersion7(now), Region = current.Region.Id, ItemId = item.Id, At = day, State = TransferState.Published,
            Organisation = told.Organisation, Place = told.Place, When = told.When, Changed = told.Changed, Happened = told.Happened,
            ContactName = "", ContactEmail = "", DecidedBy = actor.Name, DecidedAt = day, Reason = "",
        };
    }
}
