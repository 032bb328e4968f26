using System.Text.Json.Nodes;
using Hub.Content.Items;
using Hub.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Content.Tests.Items;

public abstract class WritingTests(bool isPostgres) : OnDatabase(isPostgres)
{
    [Fact]
    public async Task ADraftMayLackRequiredFieldsButIsNotPublished()
    {
        var saved = await Hub.Save(Hub.Toscana, new ItemDraft { Type = "nota", Data = [] });

        var published = await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.Published);

        Assert.Equal(OutcomeKind.Done, saved.Kind);
        Assert.Contains(saved.Issues, issue => issue.Message == "Compila il campo “Title”.");
        Assert.Equal(OutcomeKind.Invalid, published.Kind);
    }

    [Fact]
    public async Task AnInvalidValueIsRefusedEvenInADraft()
    {
        var outcome = await Hub.Save(Hub.Toscana, TestHub.Note("Prova", json: """{ "weight": "molto" }"""));

        var items = await Hub.Db(db => db.Items.CountAsync());
        Assert.Equal("Invalid: weight: “molto” non è un numero.", outcome.ToString());
        Assert.Equal(0, items);
    }

    [Fact]
    public async Task AHandlerMayRefuse()
    {
        var outcome = await Hub.Save(Hub.Toscana, TestHub.Note("Vietato"));

        Assert.Equal("Invalid: title: Questo titolo non va bene.", outcome.ToString());
    }

    [Fact]
    public async Task EachChangeMakesAVersionAndNoneIsEverChanged()
    {
        var first = await Hub.Save(Hub.Toscana, TestHub.Note("Prima"));
        await Hub.Save(Hub.Toscana, TestHub.Note("Seconda") with { Id = first.ItemId, Stamp = first.Stamp });

        var versions = await Hub.Db(db => db.Versions.OrderBy(row => row.Number).Select(row => row.Data).ToListAsync());

        Assert.Equal(["""{"title":"Prima"}""", """{"title":"Seconda"}"""], versions);
    }

    [Fact]
    public async Task AnUnchangedSaveMakesNoVersion()
    {
        var first = await Hub.Save(Hub.Toscana, TestHub.Note("Uguale"));

        var again = await Hub.Save(Hub.Toscana, TestHub.Note("Uguale") with { Id = first.ItemId });
        var published = await Hub.Save(Hub.Toscana, TestHub.Note("Uguale", Status.Published) with { Id = first.ItemId });

        Assert.Equal(OutcomeKind.Unchanged, again.Kind);
        Assert.Equal(first.Stamp, again.Stamp);
        Assert.Equal(OutcomeKind.Done, published.Kind);
        Assert.Equal(1, await Hub.Db(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task ADraftOverALiveItemChangesNothingForReaders()
    {
        var id = await Hub.Publish(Hub.Toscana, "Visibile", """{ "summary": "Com'era." }""");
        Hub.Clock.Now = Hub.Clock.Now.AddDays(3);

        await Hub.Save(Hub.Toscana, TestHub.Note("In lavorazione") with { Id = id });
        var before = await Hub.Find(Hub.Toscana, id);
        await Hub.Move(Hub.Toscana, id, Status.Published);
        var after = await Hub.Find(Hub.Toscana, id);

        Assert.Equal(("Visibile", "Com'era.", new DateOnly(2026, 3, 2)), (before!.Title, before.Summary, before.Updated));
        Assert.Equal(("In lavorazione", "", new DateOnly(2026, 3, 5)), (after!.Title, after.Summary, after.Updated));
        Assert.Equal(new DateOnly(2026, 3, 2), after.Published);
    }

    [Fact]
    public async Task WhoMayOnlyEditDoesNotPublishNorMoveWhatReadersSee()
    {
        var id = await Hub.Publish(Hub.Toscana, "Pubblica");

        var publish = await Hub.Save(Hub.Toscana, TestHub.Note("Nuova", Status.Published), TestHub.Editor);
        var move = await Hub.Save(Hub.Toscana, TestHub.Note("Pubblica") with { Id = id, Slug = "altrove" }, TestHub.Editor);
        var edit = await Hub.Save(Hub.Toscana, TestHub.Note("Bozza nuova") with { Id = id }, TestHub.Editor);
        var withdraw = await Hub.Move(Hub.Toscana, id, Status.Withdrawn, TestHub.Editor);

        Assert.Equal(OutcomeKind.Forbidden, publish.Kind);
        Assert.Equal(OutcomeKind.Forbidden, move.Kind);
        Assert.Equal(OutcomeKind.Done, edit.Kind);
        Assert.Equal(OutcomeKind.Forbidden, withdraw.Kind);
    }

    [Fact]
    public async Task NobodyWithoutPermissionSaves()
    {
        var outcome = await Hub.Save(Hub.Toscana, TestHub.Note("Prova"), TestHub.Anyone);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
    }

    [Fact]
    public async Task AnItemOfAnotherRegionCannotBeTouched()
    {
        var id = await Hub.Publish(Hub.Toscana, "Toscana");

        var saved = await Hub.Save(Hub.Puglia, TestHub.Note("Mia") with { Id = id });
        var moved = await Hub.Move(Hub.Puglia, id, Status.Withdrawn);

        Assert.Equal(OutcomeKind.Forbidden, saved.Kind);
        Assert.Equal(OutcomeKind.NotFound, moved.Kind);
    }

    [Fact]
    public async Task AnUnknownTypeOrFieldIsTold()
    {
        var type = await Hub.Save(Hub.Toscana, new ItemDraft { Type = "sconosciuto", Data = [] });
        var field = await Hub.Save(Hub.Toscana, TestHub.Note("Prova", json: """{ "colore": "blu" }"""));

        Assert.Equal(OutcomeKind.NotFound, type.Kind);
        Assert.Equal("Invalid: colore: Il campo “colore” non esiste in “nota”.", field.ToString());
    }

    [Fact]
    public async Task HostileTextIsStoredAsHarmlessText()
    {
        var id = await Hub.Publish(Hub.Toscana, "Nulla \0 e mezzo \ud800 e \u202Egirato");

        var item = await Hub.Find(Hub.Toscana, id);
        var empty = await Hub.Save(Hub.Toscana, TestHub.Note("\0\u0001", Status.Published));

        Assert.Equal("Nulla   e mezzo \uFFFD e girato", item!.Title);
        Assert.Equal(OutcomeKind.Invalid, empty.Kind);
    }

    [Fact]
    public async Task AHandlerThatThrowsLeavesNothingBehind()
    {
        Hub.Witness.Throws = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Hub.Save(Hub.Toscana, TestHub.Note("Mai", Status.Published)));

        var left = await Hub.Db(async db => (await db.Items.CountAsync(), await db.Versions.CountAsync(), await db.Addresses.CountAsync(),
            await db.Changes.CountAsync(), await db.Audit.CountAsync(row => row.Action.StartsWith("item"))));
        Assert.Equal((0, 0, 0, 0, 0), left);
    }

    [Fact]
    public async Task AMutationIsAuditedAndLoggedTogether()
    {
        var saved = await Hub.Save(Hub.Toscana, TestHub.Note("Nota") with { Note = "prima stesura" }, TestHub.Editor);
        await Hub.Move(Hub.Toscana, saved.ItemId!.Value, Status.Published, TestHub.Reviewer);

        var audit = await Hub.Db(db => db.Audit.Where(row => row.Target == "note/nota").OrderBy(row => row.Id)
            .Select(row => $"{row.Actor} {row.Action} {row.Detail}").ToListAsync());
        var changes = await Hub.Db(db => db.Changes.Select(row => $"{row.Region} {row.Sequence} {row.Kind} {row.Type}").ToListAsync());

        Assert.Equal(["redattrice item.created prima stesura", "revisore item.pubblicato "], audit);
        Assert.Equal(["toscana 1 published nota"], changes);
        Assert.Equal(["published nota"], Hub.Witness.Seen);
    }

    [Fact]
    public async Task AnItemReadsAsItsRecord()
    {
        var target = await Hub.Publish(Hub.Toscana, "Altra");
        var data = JsonNode.Parse("""
            { "title": "Scheda", "isOpen": "sì", "participants": "12,5", "amount": "25.741.242,72", "day": "14/07/2023", "start": "2023-07-14T09:30",
              "window": { "from": "2023-01-01" }, "source": "https://example.it", "related": ["note/altra"], "places": ["Prato"],
              "meetings": [ { "name": "Plenaria", "when": "14/07/2023 10:00" } ] }
            """)!.AsObject();
        var saved = await Hub.Save(Hub.Toscana, new ItemDraft { Type = "scheda", Data = data, Status = Status.Published });

        var sheet = (await Hub.Find(Hub.Toscana, saved.ItemId!.Value))!.As<Sheet>();

        Assert.Equal((true, 12.5m, 25741242.72m), (sheet.IsOpen, sheet.Participants!.Value, sheet.Amount!.Value));
        Assert.Equal(new DateTime(2023, 7, 14, 7, 30, 0, DateTimeKind.Utc), sheet.Start);
        Assert.Equal(new Period(new DateOnly(2023, 1, 1), null), sheet.Window);
        Assert.Equal([target], sheet.Related);
        Assert.Equal(["100005"], sheet.Places);
        Assert.Equal("Plenaria", sheet.Meetings[0].Name);
    }
}

public sealed class WritingOnSqlite() : WritingTests(false);

public sealed class WritingOnPostgres() : WritingTests(true);
